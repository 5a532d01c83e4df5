import type { ConnectionsCaptions } from '../language/captions.js';

/** Japanese. The polite form (です・ます). */
export const ja: ConnectionsCaptions = {
  loading: '読み込んでいます…',
  empty: '連携できるCRMがありません。',
  offline: 'サーバーに接続できません。',
  error: '連携を読み込めませんでした。',
  retry: 'もう一度試す',
  signedOut: '連携を表示するにはログインしてください。',
  search: '検索',
  results: '検索結果：{count}',
  none: '未連携',
  since: '連携日：{date}',
  until: 'アクセス期限：{date}',
  expired: 'アクセスの期限が切れました。もう一度連携してください。',
  disconnected: 'CRM側で連携が解除されました',
  another: '別のアカウントを連携',
  disconnect: '連携を解除',
  ask: '{account}との連携を解除しますか？',
  cancel: 'キャンセル',
  remove: '削除',
  failed: 'うまくいきませんでした。もう一度お試しください。',
  ended: '連携を解除しました：{account}',
};
