import type { Captions } from '../button/language/captions.js';

/** Chinese, simplified. */
export const zh: Captions = {
  title: '通过 {crm} 继续',
  disconnect: '断开与 {crm} 的连接',
  reconnect: '重新连接 {crm}',
  opens: '在新窗口中打开',
  connecting: '正在连接…',
  waiting: '请在另一个窗口中完成操作。',
  cancel: '取消',
  reopen: '重新打开',
  blocked: '浏览器已拦截该窗口。',
  here: '在此标签页中继续',
  link: '在新标签页中打开',
  connected: '已连接',
  connectedAs: '已连接账号：{account}',
  lost: '连接已中断。',
  denied: '访问被拒绝。',
  error: '出了点问题，请重试。',
};
