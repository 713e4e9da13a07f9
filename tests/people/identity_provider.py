"""A small OpenID provider on the loopback, answering userinfo as a signed JWT like ProConnect."""

import json
import threading
import time
from urllib.parse import parse_qs, urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID = "aict-eco"


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


class IdentityProvider:
    """`person` is who signs in there; `lies` replaces claims ("id_token" or "userinfo" → claims);
    `forged` names the token that another key signs."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.server = make_server("127.0.0.1", 0, self.answer, handler_class=Quiet)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.reset()

    def reset(self):
        self.person = {
            "sub": "agent-1",
            "email": "agent@metro.example",
            "given_name": "Ada",
            "usual_name": "Fédérée",
            "siret": "20004071500014",
        }
        self.lies: dict[str, dict] = {}
        self.forged = ""
        self.down = ""
        self.asked: dict[str, str] = {}

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, environ, start):
        path = environ["PATH_INFO"]
        if path == self.down:
            start("500 Internal Server Error", [("Content-Type", "text/plain")])
            return [b"down"]
        if path == "/authorize":
            query = parse_qs(environ["QUERY_STRING"])
            self.asked = {name: values[0] for name, values in query.items()}
            back = urlencode({"code": "un-code", "state": self.asked["state"]})
            start("302 Found", [("Location", f"{self.asked['redirect_uri']}?{back}")])
            return [b""]
        content_type, body = {
            "/.well-known/openid-configuration": self.configuration,
            "/jwks": self.jwks,
            "/token": self.token,
            "/userinfo": self.userinfo,
        }[path]()
        start("200 OK", [("Content-Type", content_type)])
        return [body.encode()]

    def configuration(self):
        pages = {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/jwks",
        }
        return "application/json", json.dumps(pages)

    def jwks(self):
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return "application/json", json.dumps({"keys": [{**key, "kid": "k1", "alg": "RS256"}]})

    def token(self):
        answer = {
            "access_token": "jeton",
            "token_type": "Bearer",
            "id_token": self.signed("id_token", {"nonce": self.asked["nonce"]}),
        }
        return "application/json", json.dumps(answer)

    def userinfo(self):
        return "application/jwt", self.signed("userinfo", self.person)

    def signed(self, name: str, claims: dict) -> str:
        usual = {"iss": self.url, "aud": CLIENT_ID, "sub": self.person["sub"]}
        claims = {**usual, "exp": int(time.time()) + 60, **claims, **self.lies.get(name, {})}
        key = self.stranger if self.forged == name else self.key
        return jwt.encode(claims, key, algorithm="RS256", headers={"kid": "k1"})
