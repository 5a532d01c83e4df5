import type { Permission } from './drawings.js';

/** The languages of the consent page. */
export type Locale = 'en' | 'es' | 'pt' | 'id' | 'ru';

/** The texts of the consent page in one language. */
export interface Captions {
  badge: string;
  notice: string;
  title(integration: string, brand: string): string;
  asks: string;
  permissions: Record<Permission, { title: string; detail: string }>;
  accounts: string;
  allow: string;
  deny: string;
  returning(integration: string): string;
  returningDetail: string;
  proceed: string;
  waiting: string;
}

const en: Captions = {
  badge: 'Sandbox',
  notice: 'This is a sandbox: no real account is involved.',
  title: (integration, brand) => `${integration} wants to connect to your ${brand} account`,
  asks: 'It asks for access to',
  permissions: {
    crm: { title: 'Account data', detail: 'Leads, contacts, companies and tasks' },
    notifications: { title: 'Notifications', detail: 'Messages in the notification center' },
    phone: { title: 'Phone account', detail: 'Name, company number and extension' },
  },
  accounts: 'Choose an account',
  allow: 'Allow',
  deny: 'Deny',
  returning: (integration) => `Returning to ${integration}`,
  returningDetail: 'You can close this window if it stays open.',
  proceed: 'Continue',
  waiting: 'One moment, please',
};

const es: Captions = {
  badge: 'Sandbox',
  notice: 'Este es un entorno de pruebas: no interviene ninguna cuenta real.',
  title: (integration, brand) => `${integration} quiere conectarse a tu cuenta de ${brand}`,
  asks: 'Solicita acceso a',
  permissions: {
    crm: { title: 'Datos de la cuenta', detail: 'Leads, contactos, empresas y tareas' },
    notifications: { title: 'Notificaciones', detail: 'Mensajes del centro de notificaciones' },
    phone: { title: 'Cuenta telefónica', detail: 'Nombre, número de la empresa y extensión' },
  },
  accounts: 'Elige una cuenta',
  allow: 'Permitir',
  deny: 'Rechazar',
  returning: (integration) => `Volviendo a ${integration}`,
  returningDetail: 'Puedes cerrar esta ventana si sigue abierta.',
  proceed: 'Continuar',
  waiting: 'Un momento, por favor',
};

const pt: Captions = {
  badge: 'Sandbox',
  notice: 'Este é um ambiente de testes: nenhuma conta real é usada.',
  title: (integration, brand) => `${integration} quer se conectar à sua conta ${brand}`,
  asks: 'Ela solicita acesso a',
  permissions: {
    crm: { title: 'Dados da conta', detail: 'Leads, contatos, empresas e tarefas' },
    notifications: { title: 'Notificações', detail: 'Mensagens da central de notificações' },
    phone: { title: 'Conta telefônica', detail: 'Nome, número da empresa e ramal' },
  },
  accounts: 'Escolha uma conta',
  allow: 'Permitir',
  deny: 'Recusar',
  returning: (integration) => `Voltando para ${integration}`,
  returningDetail: 'Você pode fechar esta janela se ela continuar aberta.',
  proceed: 'Continuar',
  waiting: 'Um momento, por favor',
};

const id: Captions = {
  badge: 'Sandbox',
  notice: 'Ini adalah sandbox: tidak ada akun sungguhan yang terlibat.',
  title: (integration, brand) => `${integration} ingin terhubung ke akun ${brand} Anda`,
  asks: 'Integrasi ini meminta akses ke',
  permissions: {
    crm: { title: 'Data akun', detail: 'Prospek, kontak, perusahaan, dan tugas' },
    notifications: { title: 'Notifikasi', detail: 'Pesan di pusat notifikasi' },
    phone: { title: 'Akun telepon', detail: 'Nama, nomor perusahaan, dan ekstensi' },
  },
  accounts: 'Pilih akun',
  allow: 'Izinkan',
  deny: 'Tolak',
  returning: (integration) => `Kembali ke ${integration}`,
  returningDetail: 'Anda dapat menutup jendela ini jika masih terbuka.',
  proceed: 'Lanjutkan',
  waiting: 'Mohon tunggu sebentar',
};

const ru: Captions = {
  badge: 'Песочница',
  notice: 'Это песочница: настоящие аккаунты не затрагиваются.',
  title: (integration, brand) => `«${integration}» запрашивает доступ к вашему аккаунту ${brand}`,
  asks: 'Запрашиваемый доступ',
  permissions: {
    crm: { title: 'Данные аккаунта', detail: 'Сделки, контакты, компании и задачи' },
    notifications: { title: 'Уведомления', detail: 'Сообщения в центре уведомлений' },
    phone: { title: 'Телефонный аккаунт', detail: 'Имя, номер компании и добавочный номер' },
  },
  accounts: 'Выберите аккаунт',
  allow: 'Разрешить',
  deny: 'Отклонить',
  returning: (integration) => `Возвращаемся в «${integration}»`,
  returningDetail: 'Если окно не закрылось, его можно закрыть.',
  proceed: 'Продолжить',
  waiting: 'Одну минуту, пожалуйста',
};

export const CAPTIONS: Readonly<Record<Locale, Captions>> = { en, es, pt, id, ru };

/** The first language of `ui_locales`, separated by spaces, that the page has; else English. */
export function preferredLocale(uiLocales: string): Locale {
  const languages = uiLocales.split(' ').map((tag) => tag.slice(0, 2).toLowerCase());
  return languages.find((language): language is Locale => Object.hasOwn(CAPTIONS, language)) ?? 'en';
}
