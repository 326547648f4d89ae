# Issue comments as GitHub and Forgejo keep them, for one test: comments.py FILE writes its port into FILE/port and every request into FILE/log.
import http.server, json, os, sys

folder = sys.argv[1]
comments = []


class Api(http.server.BaseHTTPRequestHandler):
    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.answer(comments)

    def receive(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        with open(f"{folder}/log", "a") as log:
            log.write(f"{self.command} {self.path} {self.headers['Authorization']}\n")
        with open(f"{folder}/comment", "w") as comment:
            comment.write(body)
        return body

    def do_POST(self):
        comments.append({"id": 7, "body": self.receive()})
        self.answer(comments[-1])

    def do_PATCH(self):
        comments[0]["body"] = self.receive()
        self.answer(comments[0])

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Api)
with open(f"{folder}/port.new", "w") as port:
    port.write(str(server.server_port))
os.rename(f"{folder}/port.new", f"{folder}/port")
server.serve_forever()
