/** Lies in the calendar itself and goes with it. */
export const calendarStyle = `
.kalendae { position: absolute; z-index: 2000; width: 252px; padding: 8px; border: 1px solid var(--palette-border-default, #d4d8dc); border-radius: 6px; background: var(--palette-background-primary, #fff); color: var(--palette-text-primary, #222); box-shadow: 0 6px 20px rgba(0, 0, 0, 0.16); font-size: 13px; }
.kalendae .k-title { display: flex; align-items: center; justify-content: space-between; padding: 2px 4px 8px; font-weight: 600; }
.kalendae .k-header, .kalendae .k-days { display: grid; grid-template-columns: repeat(7, 1fr); gap: 2px; text-align: center; }
.kalendae .k-header { color: var(--palette-text-secondary, #6b6d72); padding-bottom: 4px; }
.kalendae button { min-height: 28px; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; cursor: pointer; }
.kalendae button:hover { background: var(--palette-background-hover, #f0f2f5); }
.kalendae .k-out-of-month { color: var(--palette-text-secondary, #8b8f95); }
.kalendae .k-today { font-weight: 700; }
.kalendae .k-selected, .kalendae .k-selected:hover { background: var(--palette-accent, #2c7be5); color: #fff; }
`;
