import type { ConnectionsCaptions } from '../language/captions.js';

/** Chinese, traditional. Words of Taiwan that Hong Kong and Macau share. */
export const zhHant: ConnectionsCaptions = {
  loading: '正在載入…',
  empty: '沒有可連接的 CRM。',
  offline: '無法連線至伺服器。',
  error: '無法載入連接。',
  retry: '重試',
  signedOut: '請登入以查看您的連接。',
  search: '搜尋',
  results: '結果：{count}',
  none: '未連接',
  since: '連接日期：{date}',
  until: '存取期限：{date}',
  expired: '存取權限已過期。請重新連接。',
  disconnected: '已在 CRM 中斷開',
  another: '連接其他帳號',
  disconnect: '中斷連接',
  ask: '要中斷 {account} 的連接嗎？',
  cancel: '取消',
  remove: '移除',
  failed: '操作未成功。請再試一次。',
  ended: '已中斷連接：{account}',
};
