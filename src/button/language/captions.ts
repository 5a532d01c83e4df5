/** The button's texts in one language. */
export interface Captions {
  /** On the button; `{crm}` stands for the CRM's name. */
  readonly title: string;
  /** On the button while the CRM is connected; `{crm}` stands for the CRM's name. */
  readonly disconnect: string;
  /** On the button after the connection was lost; `{crm}` stands for the CRM's name. */
  readonly reconnect: string;
  /** Accessible description of the button: a click opens a window. */
  readonly opens: string;
  /** A click has an effect that takes a moment: the page leaves, or its server works. */
  readonly connecting: string;
  /** The consent window is open, and may be out of sight. */
  readonly waiting: string;
  readonly cancel: string;
  readonly reopen: string;
  /** The browser refused to open the window. */
  readonly blocked: string;
  /** The link that goes to the consent page in the same tab instead. */
  readonly here: string;
  /** The link that opens the consent page in a new tab, where this one cannot go there. */
  readonly link: string;
  /** The CRM is connected. */
  readonly connected: string;
  /** The CRM is connected; `{account}` stands for the account. */
  readonly connectedAs: string;
  /** The connection was lost. */
  readonly lost: string;
  /** The visitor or the CRM refused. */
  readonly denied: string;
  /** Something else went wrong. */
  readonly error: string;
}

const en: Captions = {
  title: 'Continue with {crm}',
  disconnect: 'Disconnect {crm}',
  reconnect: 'Reconnect {crm}',
  opens: 'Opens in a new window',
  connecting: 'Connecting…',
  waiting: 'Finish in the other window.',
  cancel: 'Cancel',
  reopen: 'Open again',
  blocked: 'Your browser blocked the window.',
  here: 'Continue in this tab',
  link: 'Open in a new tab',
  connected: 'Connected',
  connectedAs: 'Connected as {account}',
  lost: 'The connection was lost.',
  denied: 'Access was denied.',
  error: 'Something went wrong. Try again.',
};

const es: Captions = {
  title: 'Continuar con {crm}',
  disconnect: 'Desconectar {crm}',
  reconnect: 'Volver a conectar {crm}',
  opens: 'Se abre en una ventana nueva',
  connecting: 'Conectando…',
  waiting: 'Termina en la otra ventana.',
  cancel: 'Cancelar',
  reopen: 'Abrir de nuevo',
  blocked: 'Tu navegador bloqueó la ventana.',
  here: 'Continuar en esta pestaña',
  link: 'Abrir en otra pestaña',
  connected: 'Conectado',
  connectedAs: 'Conectado como {account}',
  lost: 'Se perdió la conexión.',
  denied: 'Se denegó el acceso.',
  error: 'Algo salió mal. Inténtalo de nuevo.',
};

const id: Captions = {
  title: 'Lanjutkan dengan {crm}',
  disconnect: 'Putuskan koneksi {crm}',
  reconnect: 'Hubungkan ulang {crm}',
  opens: 'Terbuka di jendela baru',
  connecting: 'Menghubungkan…',
  waiting: 'Selesaikan di jendela lain.',
  cancel: 'Batal',
  reopen: 'Buka lagi',
  blocked: 'Browser memblokir jendela.',
  here: 'Lanjutkan di tab ini',
  link: 'Buka di tab baru',
  connected: 'Terhubung',
  connectedAs: 'Terhubung sebagai {account}',
  lost: 'Koneksi terputus.',
  denied: 'Akses ditolak.',
  error: 'Terjadi kesalahan. Coba lagi.',
};

const pt: Captions = {
  title: 'Continuar com {crm}',
  disconnect: 'Desconectar {crm}',
  reconnect: 'Reconectar {crm}',
  opens: 'Abre em uma nova janela',
  connecting: 'Conectando…',
  waiting: 'Conclua na outra janela.',
  cancel: 'Cancelar',
  reopen: 'Abrir de novo',
  blocked: 'O navegador bloqueou a janela.',
  here: 'Continuar nesta aba',
  link: 'Abrir em uma nova aba',
  connected: 'Conectado',
  connectedAs: 'Conectado como {account}',
  lost: 'A conexão foi perdida.',
  denied: 'O acesso foi negado.',
  error: 'Algo deu errado. Tente de novo.',
};

const ru: Captions = {
  title: 'Продолжить с {crm}',
  disconnect: 'Отключить {crm}',
  reconnect: 'Подключить {crm} снова',
  opens: 'Откроется в новом окне',
  connecting: 'Подключение…',
  waiting: 'Завершите в другом окне.',
  cancel: 'Отмена',
  reopen: 'Открыть снова',
  blocked: 'Браузер заблокировал окно.',
  here: 'Продолжить в этой вкладке',
  link: 'Открыть в новой вкладке',
  connected: 'Подключено',
  connectedAs: 'Подключено: {account}',
  lost: 'Соединение потеряно.',
  denied: 'В доступе отказано.',
  error: 'Что-то пошло не так. Попробуйте ещё раз.',
};

/** By language tag, in lower case. */
export const captions: { en: Captions; [tag: string]: Captions | undefined } = { en, es, id, pt, ru };
