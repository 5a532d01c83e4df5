import type { ConnectionsCaptions } from '../language/captions.js';

/** Thai. Sentences end without a mark. */
export const th: ConnectionsCaptions = {
  loading: 'กำลังโหลด…',
  empty: 'ไม่มีระบบ CRM ให้เชื่อมต่อ',
  offline: 'ไม่มีการเชื่อมต่อกับเซิร์ฟเวอร์',
  error: 'โหลดรายการเชื่อมต่อไม่ได้',
  retry: 'ลองอีกครั้ง',
  signedOut: 'ลงชื่อเข้าใช้เพื่อดูการเชื่อมต่อของคุณ',
  search: 'ค้นหา',
  results: 'ผลลัพธ์: {count}',
  none: 'ยังไม่ได้เชื่อมต่อ',
  since: 'เชื่อมต่อเมื่อ {date}',
  until: 'เข้าถึงได้ถึง {date}',
  expired: 'การเข้าถึงหมดอายุแล้ว โปรดเชื่อมต่ออีกครั้ง',
  disconnected: 'ถูกยกเลิกการเชื่อมต่อจากระบบ CRM',
  another: 'เชื่อมต่อบัญชีอื่น',
  disconnect: 'ยกเลิกการเชื่อมต่อ',
  ask: 'ยกเลิกการเชื่อมต่อ {account} หรือไม่',
  cancel: 'ยกเลิก',
  remove: 'ลบออก',
  failed: 'ทำรายการไม่สำเร็จ โปรดลองอีกครั้ง',
  ended: 'ยกเลิกการเชื่อมต่อแล้ว: {account}',
};
