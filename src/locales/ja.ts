import type { Captions } from '../button/language/captions.js';

/** Japanese. The polite form (です・ます). */
export const ja: Captions = {
  title: '{crm}で続ける',
  disconnect: '{crm}との連携を解除',
  reconnect: '{crm}と再連携',
  opens: '新しいウィンドウで開きます',
  connecting: '接続しています…',
  waiting: '別のウィンドウで操作を完了してください。',
  cancel: 'キャンセル',
  reopen: 'もう一度開く',
  blocked: 'ブラウザがウィンドウをブロックしました。',
  here: 'このタブで続ける',
  link: '新しいタブで開く',
  connected: '連携済み',
  connectedAs: '連携中のアカウント：{account}',
  lost: '連携が切れました。',
  denied: 'アクセスが拒否されました。',
  error: 'エラーが発生しました。もう一度お試しください。',
};
