import type { ConnectionsCaptions } from '../language/captions.js';

/** Korean. The polite form (합니다, -세요). The name stands before a noun: its particle would depend on its last sound. */
export const ko: ConnectionsCaptions = {
  loading: '불러오는 중…',
  empty: '연결할 CRM이 없습니다.',
  offline: '서버에 연결할 수 없습니다.',
  error: '연결 목록을 불러오지 못했습니다.',
  retry: '다시 시도',
  signedOut: '연결 목록을 보려면 로그인하세요.',
  search: '검색',
  results: '결과: {count}',
  none: '연결되지 않음',
  since: '연결한 날: {date}',
  until: '액세스 만료일: {date}',
  expired: '액세스가 만료되었습니다. 다시 연결하세요.',
  disconnected: 'CRM에서 연결 해제됨',
  another: '다른 계정 연결',
  disconnect: '연결 해제',
  ask: '{account} 계정의 연결을 해제할까요?',
  cancel: '취소',
  remove: '삭제',
  failed: '처리하지 못했습니다. 다시 시도하세요.',
  ended: '연결 해제됨: {account}',
};
