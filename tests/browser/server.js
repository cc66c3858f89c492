// A static host as small as one can be. It sends what the site's own `_headers` asks for, the policy above all. The site may
// lie in a folder of the host, where an address that begins with "/" by mistake leads nowhere.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".xml": "application/xml",
  ".ics": "text/calendar; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** The rules of a `_headers` file: which paths, and what is sent with them. */
export function rules(text) {
  return text.split(/\n(?=\S)/).filter((rule) => rule.trim()).map((rule) => {
    const [path, ...headers] = rule.trim().split(/\n\s*/);
    return {
      fits: (asked) => (path.endsWith("*") ? asked.startsWith(path.slice(0, -1)) : asked === path),
      headers: Object.fromEntries(headers.map((header) => /^([^:]+):\s*(.*)$/.exec(header).slice(1))),
    };
  });
}

/**
 * Starts a host with nothing in it. `mount` puts a folder at a path ("/" or "/a/b/") and gives its address; `headers: false`
 * is a host that does not read `_headers`.
 */
export async function host({ headers: reads = true } = {}) {
  const mounted = [];
  const server = createServer(async (request, response) => {
    const send = (status, headers, body) => {
      response.writeHead(status, headers);
      response.end(request.method === "HEAD" ? undefined : body);
    };
    try {
      const asked = new URL(request.url, "http://host").pathname;
      const path = decodeURIComponent(asked);
      const mount = mounted.find(({ under }) => path.startsWith(under));
      if (!mount) return send(404, { "content-type": "text/plain" }, "outside of the site\n");
      if (reads) {
        const all = rules(await readFile(join(mount.folder, "_headers"), "utf8"));
        for (const { headers } of all.filter((rule) => rule.fits(asked))) for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
      }
      let name = join(mount.folder, normalize("/" + path.slice(mount.under.length)));
      const folder = await stat(name).then((found) => found.isDirectory(), () => false);
      if (folder && !path.endsWith("/")) return send(301, { location: encodeURI(path) + "/" });
      if (folder) name = join(name, "index.html");
      const body = await readFile(name).catch(() => null);
      if (body) return send(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }, body);
      send(404, { "content-type": TYPES[".html"] }, await readFile(join(mount.folder, "404.html")));
    } catch (error) {
      send(500, { "content-type": "text/plain" }, `${error}\n`);
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    mount(under, folder) {
      mounted.push({ under, folder });
      mounted.sort((a, b) => b.under.length - a.under.length);
      return origin + under;
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
