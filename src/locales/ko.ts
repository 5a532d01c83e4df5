import type { Captions } from '../button/language/captions.js';

/** Korean. The polite form (합니다, -세요). The name stands before a noun: its particle would depend on its last sound. */
export const ko: Captions = {
  title: '{crm} 계정으로 계속하기',
  disconnect: '{crm} 연결 해제',
  reconnect: '{crm} 다시 연결',
  opens: '새 창에서 열립니다',
  connecting: '연결 중…',
  waiting: '다른 창에서 완료해 주세요.',
  cancel: '취소',
  reopen: '다시 열기',
  blocked: '브라우저에서 창을 차단했습니다.',
  here: '이 탭에서 계속하기',
  link: '새 탭에서 열기',
  connected: '연결됨',
  connectedAs: '연결된 계정: {account}',
  lost: '연결이 끊어졌습니다.',
  denied: '액세스가 거부되었습니다.',
  error: '문제가 발생했습니다. 다시 시도해 주세요.',
};
