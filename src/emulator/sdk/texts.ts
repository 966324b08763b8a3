import type { Locale } from "../model/entities";

/** The few texts that the CRM's own controls, modals and blocks show; `APP.lang` gives them too. */
export interface HostTexts {
  readonly cancel: string;
  readonly accept: string;
  readonly close: string;
  readonly error: string;
  readonly tryAgain: string;
  readonly saved: string;
  readonly selectAll: string;
  readonly nothingSelected: string;
  readonly nothingFound: string;
  readonly delete: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly widgets: string;
  readonly status: Readonly<Record<"install" | "installed" | "not_configured" | "error", string>>;
}

const texts: Record<Locale, HostTexts> = {
  en: {
    cancel: "Cancel",
    accept: "Confirm",
    close: "Close",
    error: "Something went wrong",
    tryAgain: "Try again",
    saved: "Saved",
    selectAll: "Select all",
    nothingSelected: "Nothing selected",
    nothingFound: "Nothing found",
    delete: "Delete",
    today: "Today",
    tomorrow: "Tomorrow",
    yesterday: "Yesterday",
    widgets: "Widgets",
    status: {
      install: "Not installed",
      installed: "Installed",
      not_configured: "Not set up",
      error: "Error",
    },
  },
  es: {
    cancel: "Cancelar",
    accept: "Confirmar",
    close: "Cerrar",
    error: "Algo salió mal",
    tryAgain: "Reintentar",
    saved: "Guardado",
    selectAll: "Seleccionar todo",
    nothingSelected: "Nada seleccionado",
    nothingFound: "No se encontró nada",
    delete: "Eliminar",
    today: "Hoy",
    tomorrow: "Mañana",
    yesterday: "Ayer",
    widgets: "Widgets",
    status: {
      install: "No instalado",
      installed: "Instalado",
      not_configured: "Sin configurar",
      error: "Error",
    },
  },
  pt: {
    cancel: "Cancelar",
    accept: "Confirmar",
    close: "Fechar",
    error: "Algo deu errado",
    tryAgain: "Tentar de novo",
    saved: "Salvo",
    selectAll: "Selecionar tudo",
    nothingSelected: "Nada selecionado",
    nothingFound: "Nada encontrado",
    delete: "Excluir",
    today: "Hoje",
    tomorrow: "Amanhã",
    yesterday: "Ontem",
    widgets: "Widgets",
    status: {
      install: "Não instalado",
      installed: "Instalado",
      not_configured: "Não configurado",
      error: "Erro",
    },
  },
  ru: {
    cancel: "Отменить",
    accept: "Подтвердить",
    close: "Закрыть",
    error: "Что-то пошло не так",
    tryAgain: "Попробовать снова",
    saved: "Сохранено",
    selectAll: "Выбрать все",
    nothingSelected: "Ничего не выбрано",
    nothingFound: "Ничего не найдено",
    delete: "Удалить",
    today: "Сегодня",
    tomorrow: "Завтра",
    yesterday: "Вчера",
    widgets: "Виджеты",
    status: {
      install: "Не установлен",
      installed: "Установлен",
      not_configured: "Не настроен",
      error: "Ошибка",
    },
  },
};

export function hostTexts(locale: Locale): HostTexts {
  return texts[locale];
}
