import type { Twig, TwigTemplate } from "twig";

/** Loads templates from the widget's folder, each address once in the life of the page. */
export interface TemplateStore {
  load(url: string, options: { id?: string; allowInlineIncludes?: boolean }): JQueryPromise<TwigTemplate>;
}

export function createTemplateStore($: JQueryStatic, twig: Twig): TemplateStore {
  const loaded = new Map<string, JQueryPromise<TwigTemplate>>();
  return {
    load(url, options) {
      const known = loaded.get(url);
      if (known !== undefined) return known;
      const loading = $.ajax({ url, dataType: "text" }).then(
        (data: string) => twig.twig({ ...options, data }) as TwigTemplate,
      ) as JQueryPromise<TwigTemplate>;
      loaded.set(url, loading);
      loading.fail(() => loaded.delete(url));
      return loading;
    },
  };
}
