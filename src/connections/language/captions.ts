/** The texts of `<crm-connections>` in one language. */
export interface ConnectionsCaptions {
  /** For assistive technology, while the list is on its way. */
  readonly loading: string;
  /** The site offers no CRM. */
  readonly empty: string;
  /** The server gives no answer. */
  readonly offline: string;
  /** The server's answer is none that can be used. */
  readonly error: string;
  readonly retry: string;
  /** Nobody is signed in. */
  readonly signedOut: string;
  /** Label of the search field. */
  readonly search: string;
  /** `{count}` stands for the number of CRMs found. */
  readonly results: string;
  /** A CRM has no account. */
  readonly none: string;
  /** An account is connected; `{date}` stands for the day. */
  readonly since: string;
  /** The access ends by itself; `{date}` stands for the day. */
  readonly until: string;
  /** The access has ended, and the visitor can renew it. */
  readonly expired: string;
  /** The access was ended at the CRM itself. */
  readonly disconnected: string;
  /** On the button of a CRM that has an account. */
  readonly another: string;
  readonly disconnect: string;
  /** Before an account is disconnected; `{account}` stands for its name. */
  readonly ask: string;
  readonly cancel: string;
  /** Takes an account off the list that is disconnected already. */
  readonly remove: string;
  /** The server did not disconnect an account. */
  readonly failed: string;
  /** For assistive technology: an account is off the list; `{account}` stands for its name. */
  readonly ended: string;
}

const en: ConnectionsCaptions = {
  loading: 'Loading…',
  empty: 'There is no CRM to connect.',
  offline: 'No connection to the server.',
  error: 'The connections could not be loaded.',
  retry: 'Try again',
  signedOut: 'Sign in to see your connections.',
  search: 'Search',
  results: 'Results: {count}',
  none: 'Not connected',
  since: 'Connected since {date}',
  until: 'Access until {date}',
  expired: 'Access has expired. Connect again.',
  disconnected: 'Disconnected at the CRM',
  another: 'Connect another account',
  disconnect: 'Disconnect',
  ask: 'Disconnect {account}?',
  cancel: 'Cancel',
  remove: 'Remove',
  failed: 'That did not work. Try again.',
  ended: 'Disconnected: {account}',
};

const es: ConnectionsCaptions = {
  loading: 'Cargando…',
  empty: 'No hay ningún CRM que conectar.',
  offline: 'No hay conexión con el servidor.',
  error: 'No se pudieron cargar las conexiones.',
  retry: 'Reintentar',
  signedOut: 'Inicia sesión para ver tus conexiones.',
  search: 'Buscar',
  results: 'Resultados: {count}',
  none: 'Sin conectar',
  since: 'Conectado desde el {date}',
  until: 'Acceso hasta el {date}',
  expired: 'El acceso ha caducado. Conéctalo de nuevo.',
  disconnected: 'Desconectado en el CRM',
  another: 'Conectar otra cuenta',
  disconnect: 'Desconectar',
  ask: '¿Desconectar {account}?',
  cancel: 'Cancelar',
  remove: 'Quitar',
  failed: 'No ha funcionado. Inténtalo de nuevo.',
  ended: 'Desconectado: {account}',
};

const id: ConnectionsCaptions = {
  loading: 'Memuat…',
  empty: 'Tidak ada CRM untuk dihubungkan.',
  offline: 'Tidak ada koneksi ke server.',
  error: 'Koneksi tidak dapat dimuat.',
  retry: 'Coba lagi',
  signedOut: 'Masuk untuk melihat koneksi Anda.',
  search: 'Cari',
  results: 'Hasil: {count}',
  none: 'Belum terhubung',
  since: 'Terhubung sejak {date}',
  until: 'Akses hingga {date}',
  expired: 'Akses telah berakhir. Hubungkan lagi.',
  disconnected: 'Diputuskan di CRM',
  another: 'Hubungkan akun lain',
  disconnect: 'Putuskan',
  ask: 'Putuskan {account}?',
  cancel: 'Batal',
  remove: 'Hapus',
  failed: 'Tidak berhasil. Coba lagi.',
  ended: 'Terputus: {account}',
};

const pt: ConnectionsCaptions = {
  loading: 'Carregando…',
  empty: 'Não há nenhum CRM para conectar.',
  offline: 'Sem conexão com o servidor.',
  error: 'Não foi possível carregar as conexões.',
  retry: 'Tentar de novo',
  signedOut: 'Entre para ver suas conexões.',
  search: 'Buscar',
  results: 'Resultados: {count}',
  none: 'Não conectado',
  since: 'Conectado desde {date}',
  until: 'Acesso até {date}',
  expired: 'O acesso expirou. Conecte de novo.',
  disconnected: 'Desconectado no CRM',
  another: 'Conectar outra conta',
  disconnect: 'Desconectar',
  ask: 'Desconectar {account}?',
  cancel: 'Cancelar',
  remove: 'Remover',
  failed: 'Não funcionou. Tente de novo.',
  ended: 'Desconectado: {account}',
};

const ru: ConnectionsCaptions = {
  loading: 'Загрузка…',
  empty: 'Нет CRM для подключения.',
  offline: 'Нет связи с сервером.',
  error: 'Не удалось загрузить подключения.',
  retry: 'Повторить',
  signedOut: 'Войдите, чтобы увидеть подключения.',
  search: 'Поиск',
  results: 'Найдено: {count}',
  none: 'Не подключено',
  since: 'Подключено: {date}',
  until: 'Доступ до: {date}',
  expired: 'Срок доступа истёк. Подключите снова.',
  disconnected: 'Отключено на стороне CRM',
  another: 'Подключить другой аккаунт',
  disconnect: 'Отключить',
  ask: 'Отключить {account}?',
  cancel: 'Отмена',
  remove: 'Удалить',
  failed: 'Не получилось. Попробуйте ещё раз.',
  ended: 'Отключено: {account}',
};

/** By language tag, in lower case. */
export const connectionsCaptions: {
  en: ConnectionsCaptions;
  [tag: string]: ConnectionsCaptions | undefined;
} = { en, es, id, pt, ru };
