// A static host as small as one can be, and as strict as one can be: what is served here with no complaint can be served
// anywhere. The site lies in a folder of the host, so that an address that begins with "/" by mistake leads nowhere.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** What docs/building.md tells a host to send. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

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
};

/**
 * Starts a host with nothing in it. `mount` puts a folder at a path ("/" or "/a/b/") and gives its address; `policy: false`
 * is a host that sends no policy.
 */
export async function host({ policy = true } = {}) {
  const mounted = [];
  const server = createServer(async (request, response) => {
    const send = (status, headers, body) => {
      response.writeHead(status, { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", ...(policy && { "content-security-policy": POLICY }), ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    try {
      const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
      const mount = mounted.find(({ under }) => path.startsWith(under));
      if (!mount) return send(404, { "content-type": "text/plain" }, "outside of the site\n");
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
