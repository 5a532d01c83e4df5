import type { Captions } from '../button/language/captions.js';

/** Thai. Sentences end without a mark. */
export const th: Captions = {
  title: 'ดำเนินการต่อด้วย {crm}',
  disconnect: 'ยกเลิกการเชื่อมต่อ {crm}',
  reconnect: 'เชื่อมต่อ {crm} อีกครั้ง',
  opens: 'เปิดในหน้าต่างใหม่',
  connecting: 'กำลังเชื่อมต่อ…',
  waiting: 'โปรดดำเนินการให้เสร็จในอีกหน้าต่างหนึ่ง',
  cancel: 'ยกเลิก',
  reopen: 'เปิดอีกครั้ง',
  blocked: 'เบราว์เซอร์บล็อกหน้าต่างไว้',
  here: 'ดำเนินการต่อในแท็บนี้',
  link: 'เปิดในแท็บใหม่',
  connected: 'เชื่อมต่อแล้ว',
  connectedAs: 'เชื่อมต่อแล้วในชื่อ {account}',
  lost: 'การเชื่อมต่อขาดหายไป',
  denied: 'การเข้าถึงถูกปฏิเสธ',
  error: 'เกิดข้อผิดพลาด โปรดลองอีกครั้ง',
};
