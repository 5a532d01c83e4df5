import base64, json, os, re, secrets, sqlite3, time
from contextlib import closing, contextmanager
from urllib.parse import urlencode

import httpx
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from session import user_of  # yours

CLIENT_ID, SECRET, REDIRECT_URI = (os.environ[f"CRM_{name}"] for name in ("ID", "SECRET", "REDIRECT_URI"))
KEY, SERVER = AESGCM(base64.b64decode(os.environ["CRM_KEY"])), os.environ.get("CRM_SERVER")
HOST = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\.(kommo\.com|amocrm\.ru|amocrm\.com)")
OVER = re.compile(r"refresh token|^token (has|is)\b", re.IGNORECASE)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",  # the address holds a code
}
PAGE = """<!doctype html><html lang="en"><title>CRM</title><p>{} <a href="/">Continue</a></p>
<script src="/assets/callback.js"></script>"""

app = FastAPI()


@contextmanager
def database():
    with closing(sqlite3.connect("crm.db", timeout=30, isolation_level=None)) as db, db:
        yield db


with database() as db:
    db.execute("CREATE TABLE IF NOT EXISTS states (state PRIMARY KEY, user, expires)")
    db.execute(
        "CREATE TABLE IF NOT EXISTS connections"
        " (id PRIMARY KEY, user, account, name, host, status, since, tokens, UNIQUE (user, account))"
    )


def seal(tokens: dict, user: str, account: str) -> bytes:
    nonce = os.urandom(12)
    return nonce + KEY.encrypt(nonce, json.dumps(tokens).encode(), json.dumps([user, account]).encode())


def unseal(sealed: bytes, user: str, account: str) -> dict:
    return json.loads(KEY.decrypt(sealed[:12], sealed[12:], json.dumps([user, account]).encode()))


def own_user(request: Request) -> str:
    # A page of another site can send a request along with this site's cookies.
    if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        raise HTTPException(403, "cross_site", HEADERS)
    if user := user_of(request):
        return user
    raise HTTPException(401, "login_required", HEADERS)


def ask(method: str, host: str, path: str, *fields: str, **request) -> list:
    try:
        # A redirect would take the secret along.
        response = httpx.request(
            method, (SERVER or f"https://{host}") + path, timeout=10, follow_redirects=False, **request
        )
        answer = response.json()
        if response.status_code == 200:
            return [answer[field] for field in fields]
        is_over = response.status_code in (402, 403) or OVER.search(str(answer.get("hint")))
    except (httpx.HTTPError, ValueError, LookupError, TypeError, AttributeError):
        raise HTTPException(502, "unreachable") from None
    raise HTTPException(403, "reconnect" if is_over else "refused")


def ask_for_tokens(host: str, **grant: str) -> dict:
    client = {"client_id": CLIENT_ID, "client_secret": SECRET, "redirect_uri": REDIRECT_URI}
    fields = ("access_token", "refresh_token", "expires_in")
    access, refresh, lifetime = ask("POST", host, "/oauth2/access_token", *fields, json={**client, **grant})
    return {"access": access, "refresh": refresh, "expires": time.time() + lifetime}


def access_token(user: str, id: str) -> tuple[str, str]:
    """Gives the host and a token that is good for 5 minutes. 403 `reconnect`: the person has to connect again."""
    with database() as db:

        def kept():
            columns = "host, account, tokens FROM connections"
            where = "(id, user, status) = (?, ?, 'connected')"
            if row := db.execute(f"SELECT {columns} WHERE {where}", (id, user)).fetchone():
                return row[0], row[1], unseal(row[2], user, row[1])
            raise HTTPException(403, "reconnect")

        host, account, tokens = kept()
        if tokens["expires"] < time.time() + 300:
            db.execute("BEGIN IMMEDIATE")  # All others wait here, and find what the first one has kept.
            host, account, tokens = kept()
        if tokens["expires"] < time.time() + 300:
            try:
                tokens = ask_for_tokens(host, grant_type="refresh_token", refresh_token=tokens["refresh"])
            except HTTPException as refusal:
                if refusal.detail == "reconnect":
                    db.execute("UPDATE connections SET status = 'reconnect' WHERE id = ?", (id,))
                    db.commit()
                raise
            db.execute("UPDATE connections SET tokens = ? WHERE id = ?", (seal(tokens, user, account), id))
    return host, tokens["access"]


@app.get("/crm/state")
def state(request: Request, provider: str):
    user = own_user(request)
    if provider != "kommo":
        raise HTTPException(400, "unknown_provider", HEADERS)
    issued = secrets.token_urlsafe(16)
    with database() as db:
        db.execute("INSERT INTO states VALUES (?, ?, ?)", (issued, user, time.time() + 600))
        older = "SELECT rowid FROM states WHERE user = ? ORDER BY rowid DESC LIMIT -1 OFFSET 20"
        db.execute(f"DELETE FROM states WHERE expires < ? OR rowid IN ({older})", (time.time(), user))
    return JSONResponse({"state": issued}, headers=HEADERS)


def connect(user: str, code: str, host: str):
    if not HOST.fullmatch(host):
        raise HTTPException(403, "invalid_referer")
    tokens = ask_for_tokens(host, grant_type="authorization_code", code=code)
    bearer = {"Authorization": f"Bearer {tokens['access']}"}
    account, name = ask("GET", host, "/api/v4/account", "id", "name", headers=bearer)
    row = (secrets.token_urlsafe(16), user, str(account), name, host, "connected", int(time.time() * 1000))
    with database() as db:
        db.execute(
            "INSERT INTO connections VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user, account) DO UPDATE"
            " SET (name, host, status, tokens) = (excluded.name, excluded.host, 'connected', excluded.tokens)",
            (*row, seal(tokens, user, str(account))),
        )


@app.get("/crm/callback/kommo")
def callback(request: Request, state: str = "", code: str = "", referer: str = "", error: str = ""):
    user = user_of(request)
    with database() as db:
        taken = db.execute(
            "DELETE FROM states WHERE state = ? AND user = ? AND expires > ?", (state, user, time.time())
        ).rowcount
    if error:
        return HTMLResponse(PAGE.format("The CRM was not connected."), 403, HEADERS)
    try:
        if not taken:
            raise HTTPException(403, "state_mismatch" if user else "login_required")
        connect(user, code, referer.removeprefix("https://"))
    except HTTPException as refusal:
        # As if the CRM had refused: the page then reports it to the button.
        query = urlencode({"error": refusal.detail, "state": state})
        return RedirectResponse(f"?{query}", 303, HEADERS)
    return HTMLResponse(PAGE.format("You can close this window."), headers=HEADERS)


@app.get("/crm/clients")
def clients(request: Request):
    own_user(request)
    settings = {"provider": "kommo", "clientId": CLIENT_ID, "redirectUri": REDIRECT_URI, "server": SERVER}
    return JSONResponse([{"name": "kommo", "settings": settings}], headers=HEADERS)


@app.get("/crm/connections")
def connections(request: Request):
    names = ("client", "provider", "id", "account", "accountName", "host", "status", "since")
    columns = "'kommo', 'kommo', id, account, name, host, status, since"
    query = f"SELECT {columns} FROM connections WHERE user = ? ORDER BY since"
    with database() as db:
        rows = db.execute(query, (own_user(request),)).fetchall()
    return JSONResponse([dict(zip(names, row)) for row in rows], headers=HEADERS)


@app.delete("/crm/connections/{id}")
def disconnect(request: Request, id: str):
    user = own_user(request)
    # No page of another site can send this header.
    if request.headers.get("x-crm-oauth") != "1":
        raise HTTPException(403, "header_required", HEADERS)
    with database() as db:
        deleted = db.execute("DELETE FROM connections WHERE id = ? AND user = ?", (id, user)).rowcount
    return Response(status_code=204 if deleted else 404, headers=HEADERS)
