import { defineTour, type TourScript } from "komponent/manifest";

// The account of the local Kommo is the same each time: its present, its users, its leads.
const now = Date.UTC(2026, 10, 18, 15) / 1000;
const day = 24 * 60 * 60;
const firstLead = 31_200_001;
const firstUser = 9_630_001;

interface Words {
  /** Name of a playbook → its steps. */
  readonly playbooks: Readonly<Record<string, readonly string[]>>;
  readonly slides: TourScript["slides"];
}

/** Days from now at which the steps of the first leads are due; `null` is done. */
const dueDays: readonly (readonly (number | null)[])[] = [
  [null, null, -1, 2],
  [null, null, null, 4],
  [null, -2, 1, 3],
  [null, null, 2, 5],
];

function describeTour({ playbooks, slides }: Words): TourScript {
  const saved = Object.entries(playbooks).map(([name, steps]) => ({
    name,
    steps: steps.map((text, index) => ({ text, taskType: 1, days: index * 2, assignee: "responsible" })),
  }));
  const items = dueDays.flatMap((dues, lead) =>
    saved.slice(0, lead === 0 ? 2 : 1).flatMap(({ name, steps }, place) =>
      steps.map(({ text }, index) => {
        const due = dues[(index + place) % dues.length] ?? null;
        return {
          text: `${name}: ${text}`,
          complete_till: now + (due ?? -3) * day,
          is_completed: due === null,
          entity_type: "leads",
          entity_id: firstLead + lead,
          responsible_user_id: firstUser + (lead % 3),
        };
      }),
    ),
  );
  return { settings: { playbooks: saved }, create: [{ path: "tasks", items }], slides };
}

/** The slides, in the order in which the manifest names them. */
export default defineTour({
  en: describeTour({
    playbooks: {
      "New lead": ["Call within the hour", "Send the catalog", "Agree on a visit", "Follow up on the offer"],
      "After the sale": ["Thank for the order", "Ask for a review"],
    },
    slides: [
      {
        area: "lcard",
        title: "The next step on every card",
        text: "Apply a playbook in one click and tick off what is done. Late steps stand out.",
      },
      {
        area: "settings",
        title: "Write your best steps once",
        text: "Task, type, day and person: your team’s way of working, ready to repeat.",
      },
      {
        area: "advanced_settings",
        title: "See who is on time",
        text: "Open, overdue and done, by playbook and by manager.",
      },
    ],
  }),
  es: describeTour({
    playbooks: {
      "Lead nuevo": [
        "Llamar en una hora",
        "Enviar el catálogo",
        "Acordar una visita",
        "Dar seguimiento a la oferta",
      ],
      "Después de la venta": ["Agradecer el pedido", "Pedir una reseña"],
    },
    slides: [
      {
        area: "lcard",
        title: "El siguiente paso en cada tarjeta",
        text: "Aplica un playbook en un clic y marca lo que está hecho. Lo atrasado salta a la vista.",
      },
      {
        area: "settings",
        title: "Escribe una vez tus mejores pasos",
        text: "Tarea, tipo, día y persona: la forma de trabajar de tu equipo, lista para repetirse.",
      },
      {
        area: "advanced_settings",
        title: "Mira quién va a tiempo",
        text: "Abiertas, atrasadas y hechas, por playbook y por responsable.",
      },
    ],
  }),
  pt: describeTour({
    playbooks: {
      "Lead novo": [
        "Ligar em até uma hora",
        "Enviar o catálogo",
        "Combinar uma visita",
        "Acompanhar a proposta",
      ],
      "Depois da venda": ["Agradecer o pedido", "Pedir uma avaliação"],
    },
    slides: [
      {
        area: "lcard",
        title: "O próximo passo em cada cartão",
        text: "Aplique um playbook com um clique e marque o que foi feito. O que está atrasado se destaca.",
      },
      {
        area: "settings",
        title: "Escreva uma vez os melhores passos",
        text: "Tarefa, tipo, dia e pessoa: o jeito de trabalhar da sua equipe, pronto para repetir.",
      },
      {
        area: "advanced_settings",
        title: "Veja quem está em dia",
        text: "Abertas, atrasadas e concluídas, por playbook e por responsável.",
      },
    ],
  }),
});
