import type { Captions } from '../button/language/captions.js';

/** Chinese, traditional. Words of Taiwan that Hong Kong and Macau share. */
export const zhHant: Captions = {
  title: '以 {crm} 帳號繼續',
  disconnect: '解除與 {crm} 的連結',
  reconnect: '重新連結 {crm}',
  opens: '在新視窗中開啟',
  connecting: '正在連線…',
  waiting: '請在另一個視窗中完成操作。',
  cancel: '取消',
  reopen: '重新開啟',
  blocked: '瀏覽器已封鎖該視窗。',
  here: '在此分頁中繼續',
  link: '在新分頁中開啟',
  connected: '已連結',
  connectedAs: '已連結帳號：{account}',
  lost: '連結已中斷。',
  denied: '存取要求遭到拒絕。',
  error: '發生錯誤，請再試一次。',
};
