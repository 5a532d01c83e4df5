<?php

declare(strict_types=1);

namespace CrmOauthButton;

/** What the settings page asks for. WordPress takes no cookie there without a nonce. */
final class RestRoutes
{
    public static function register(): void
    {
        register_rest_route('crm-oauth-button/v1', '/connections/(?P<id>[\w-]{1,64})', [
            'methods' => 'DELETE',
            'callback' => self::disconnect(...),
            'permission_callback' => static fn (): bool => current_user_can('manage_options'),
        ]);
    }

    /** Ends anybody's connection. */
    private static function disconnect(\WP_REST_Request $request): \WP_REST_Response|\WP_Error
    {
        try {
            $connections = Database::store()->connections();
            $record = $connections->get($request['id']);
            if ($record?->user === '') {
                // A widget's install that nobody has claimed.
                $connections->delete($record->id);
                return new \WP_REST_Response(null, 204);
            }
            $isDone = $record !== null && BackEnd::handler()->disconnect($record->user, $record->id);
        } catch (\Exception $error) {
            error_log($error->getMessage());
            $message = __('It is still connected. Try again.', 'crm-oauth-button');
            return new \WP_Error('crm_oauth_button_failed', $message, ['status' => 502]);
        }
        return new \WP_REST_Response(null, $isDone ? 204 : 404);
    }
}
