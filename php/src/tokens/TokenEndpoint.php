<?php

declare(strict_types=1);

namespace CrmOauth;

/**
 * A provider's token endpoint: which hosts may get the client secret, which ones a token, and in which form. Plain
 * data, which nobody changes later.
 *
 * Patterns are regular expressions of PHP, anchored at both ends.
 */
final class TokenEndpoint
{
    /**
     * @param string $provider name of the provider, which is kept with the tokens
     * @param string $vendor the owner of the hosts, for errors, such as `RingCentral`
     * @param list<string>|array{parameter: string, pattern: string}|array{parameter: string, table: array<string,
     *   string>} $hosts the hosts that may get the client secret: a closed list, of which the first one counts if
     *   nothing else is said, or those of which a parameter of the response names one, by itself or by its key in a
     *   table
     * @param string $tokenUrl `{host}` stands for one of the hosts; a URL at any other host is refused
     * @param list<string> $clientAuthentication the ways in which clients may authenticate (RFC 6749, section 2.3.1),
     *   in order of preference: `body`, `basic`, `query` of a GET; `none` admits clients without a secret
     * @param 'form'|'json' $encoding how a body is encoded; the standard knows `form` only (RFC 6749, section 4.1.3)
     * @param 'may'|'must'|'never' $pkce whether a client may, must or can't send a `code_verifier` (RFC 7636, section
     *   4.5)
     * @param list<string> $requiredFields the optional fields without which a response of this endpoint holds no
     *   tokens
     * @param list<string>|array<string, string>|array{field: string, pattern: string, further?: list<string>,
     *   hasOwnDomains?: bool}|null $apiHosts the hosts that may get an access token: a closed list, a table by the
     *   token endpoint's host, or those of which a field of the token response names one. Default: the token
     *   endpoint's host
     * @param string $scheme of the header that holds an access token (RFC 6750, section 2.1)
     * @param array{url?: string, body?: array<string, string>, id: string, name?: string}|'host'|null $account tells
     *   which account a token opens: the API at `url`, or the token response itself; `host`, if it is the API's host
     * @param bool|null $usesPkce whether `Handler` uses PKCE with it. Default: wherever a client may
     * @param bool $omitsTokenType whether token responses name no `token_type`
     * @param array<string, string> $parameters further parameters of each token request
     * @param 'always'|'code'|'never' $sendsRedirectUri which token requests name the redirect URI (RFC 6749, section
     *   4.1.3)
     * @param array{code?: int, accessToken?: int, refreshToken?: int} $lifetimes in seconds, as the vendor documents
     *   them
     * @param bool $rotatesRefreshToken whether each refresh gives a new refresh token in place of the old one
     * @param bool $keepsOldRefreshToken whether the old refresh token stays good until the new one is used. Then a
     *   refresh without an answer is sent once more; elsewhere a second use may revoke the whole grant (RFC 9700,
     *   section 4.14.2)
     * @param array<string, list<string>> $errorCodes error codes of the endpoint's own, by those that they stand for
     *   (RFC 6749, section 5.2)
     * @param string|null $invalidGrantHint matches a description that means `invalid_grant`
     * @param array{url: string, method?: string, by: 'parameter'|'bearer'}|null $revocation how a client ends a grant
     *   (RFC 7009). Absent: only the person can, at the CRM
     * @param array{url: string, claim: string, header: string, field: string}|null $currentHost how the host of a
     *   renamed account is learned: from the grant's own refresh token, shown in a header
     * @param array{client: string, account: string, user: string, isAdmin: string}|null $oneTimeToken the claims of
     *   one-time tokens
     * @param bool $signsDisconnections whether the CRM tells of a disconnection by a signed URL
     * @param bool $installsWidgets whether the CRM sends a code of its own accord, without a state, when somebody
     *   installs a widget
     * @param array{account: string, user?: string}|null $uninstallNotice fields of the notice that the CRM sends to
     *   the redirect URI
     */
    public function __construct(
        public readonly string $provider,
        public readonly string $vendor,
        public readonly array $hosts,
        public readonly string $tokenUrl,
        public readonly array $clientAuthentication,
        public readonly string $encoding,
        public readonly string $pkce,
        public readonly array $requiredFields = [],
        public readonly ?array $apiHosts = null,
        public readonly string $scheme = 'Bearer',
        public readonly array|string|null $account = null,
        public readonly ?bool $usesPkce = null,
        public readonly bool $omitsTokenType = false,
        public readonly array $parameters = [],
        public readonly string $sendsRedirectUri = 'code',
        public readonly array $lifetimes = [],
        public readonly bool $rotatesRefreshToken = false,
        public readonly bool $keepsOldRefreshToken = false,
        public readonly array $errorCodes = [],
        public readonly ?string $invalidGrantHint = null,
        public readonly ?array $revocation = null,
        public readonly ?array $currentHost = null,
        public readonly ?array $oneTimeToken = null,
        public readonly bool $signsDisconnections = false,
        public readonly bool $installsWidgets = false,
        public readonly ?array $uninstallNotice = null,
    ) {
    }
}
