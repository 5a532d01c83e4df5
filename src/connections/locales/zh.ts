import type { ConnectionsCaptions } from '../language/captions.js';

/** Chinese, simplified. */
export const zh: ConnectionsCaptions = {
  loading: '正在加载…',
  empty: '没有可连接的 CRM。',
  offline: '无法连接服务器。',
  error: '无法加载连接。',
  retry: '重试',
  signedOut: '请登录以查看您的连接。',
  search: '搜索',
  results: '结果：{count}',
  none: '未连接',
  since: '连接日期：{date}',
  until: '访问有效期至：{date}',
  expired: '访问权限已过期。请重新连接。',
  disconnected: '已在 CRM 中断开',
  another: '连接其他账号',
  disconnect: '断开连接',
  ask: '要断开 {account} 吗？',
  cancel: '取消',
  remove: '移除',
  failed: '操作未成功。请重试。',
  ended: '已断开：{account}',
};
