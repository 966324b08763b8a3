/**
 * The block of a widget in the right-hand panel, as twig; widgets read it as `self.template_element`. Its body is
 * hidden until the block is opened, and then carries the class `js-body-hide`: the platform's name means the contrary.
 */
export const blockTemplate = `
<div class="card-widgets__widget card-widgets__widget-{{ widget_code }}{% if block_class_name %} card-widgets__widget-{{ block_class_name }}{% endif %}" data-code="{{ widget_code }}">
  <div class="js-widget-caption-block card-widgets__widget__caption {{ caption.class_name }}" data-code="{{ widget_code }}" tabindex="0">
    <span id="multi-widget_close" class="modal-body__close single_widget__close" role="button" tabindex="0" aria-label="{{ close }}"><span class="icon icon-modal-close"></span></span>
    <img class="card-widgets__widget__caption__logo" src="{{ images_path }}/logo_medium.png" alt="{{ name }}">
    <img class="card-widgets__widget__caption__logo_min" src="{{ images_path }}/logo_min.png" alt="">
    <div class="card-widgets__widget__caption__arrow widgets__widget__caption__arrow_bottom"></div>
  </div>
  <div class="card-widgets__widget__body" style="display: none"></div>
</div>`.trim();
