"""A site around the Python guide's example: its page, its assets, and its own code, which the tests ask for a token."""

import os
import time
from types import SimpleNamespace

import python
from fastapi import HTTPException
from fastapi.responses import FileResponse, HTMLResponse

app = python.app


@app.get("/token")
def token(user: str, id: str):
    try:
        return HTMLResponse(python.access_token(user, id)[1])
    except HTTPException as refusal:
        return HTMLResponse(refusal.detail, 403)


@app.get("/clock")
def clock(ahead: int):
    python.time = SimpleNamespace(time=lambda: time.time() + ahead)


@app.get("/assets/{name}")
def asset(name: str):
    return FileResponse(os.path.join(os.environ["ASSETS"], name))


@app.get("/")
def page():
    return HTMLResponse(
        '<!doctype html><crm-connections src="/crm/connections"></crm-connections>'
        '<script type="module" src="/assets/connections.js"></script>'
    )
