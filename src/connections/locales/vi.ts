import type { ConnectionsCaptions } from '../language/captions.js';

/** Vietnamese. */
export const vi: ConnectionsCaptions = {
  loading: 'Đang tải…',
  empty: 'Không có CRM nào để kết nối.',
  offline: 'Không có kết nối với máy chủ.',
  error: 'Không tải được các kết nối.',
  retry: 'Thử lại',
  signedOut: 'Hãy đăng nhập để xem các kết nối của bạn.',
  search: 'Tìm kiếm',
  results: 'Kết quả: {count}',
  none: 'Chưa kết nối',
  since: 'Đã kết nối từ {date}',
  until: 'Quyền truy cập đến {date}',
  expired: 'Quyền truy cập đã hết hạn. Hãy kết nối lại.',
  disconnected: 'Đã ngắt kết nối tại CRM',
  another: 'Kết nối tài khoản khác',
  disconnect: 'Ngắt kết nối',
  ask: 'Ngắt kết nối {account}?',
  cancel: 'Hủy',
  remove: 'Gỡ bỏ',
  failed: 'Không thực hiện được. Hãy thử lại.',
  ended: 'Đã ngắt kết nối: {account}',
};
