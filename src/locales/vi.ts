import type { Captions } from '../button/language/captions.js';

/** Vietnamese. */
export const vi: Captions = {
  title: 'Tiếp tục với {crm}',
  disconnect: 'Ngắt kết nối {crm}',
  reconnect: 'Kết nối lại {crm}',
  opens: 'Mở trong cửa sổ mới',
  connecting: 'Đang kết nối…',
  waiting: 'Hãy hoàn tất trong cửa sổ kia.',
  cancel: 'Hủy',
  reopen: 'Mở lại',
  blocked: 'Trình duyệt đã chặn cửa sổ.',
  here: 'Tiếp tục trong thẻ này',
  link: 'Mở trong thẻ mới',
  connected: 'Đã kết nối',
  connectedAs: 'Đã kết nối: {account}',
  lost: 'Đã mất kết nối.',
  denied: 'Quyền truy cập bị từ chối.',
  error: 'Đã xảy ra lỗi. Hãy thử lại.',
};
