vcl 4.1;

# Varnish in front of Broadsheet. Needs the xkey module (Debian: varnish-modules), and two listeners:
#
#   varnishd -a public=:80,HTTP -a purge=127.0.0.1:6082,HTTP -f /etc/varnish/broadsheet.vcl
#
# The site sends its purges to the second one: the receiver at the desk is http://127.0.0.1:6082. No header says who may
# purge, because a proxy on the same host makes every client look like this machine.

import xkey;

backend broadsheet {
  .host = "127.0.0.1";
  .port = "3000";
}

sub vcl_recv {
  if (req.method == "PURGE") {
    if (local.socket != "purge") { return (synth(405, "Method Not Allowed")); }
    set req.http.n-gone = xkey.purge(req.http.xkey-purge);
    return (synth(200, "Forgot " + req.http.n-gone));
  }
  if (local.socket == "purge") { return (synth(403, "Forbidden")); }

  # The desk, previews and sign-in are for one person each; they keep their cookies and are never kept.
  if (req.url ~ "^/(admin|preview|api/desk|api/auth)(/|\?|$)") { return (pass); }
  if (req.method != "GET" && req.method != "HEAD") { return (pass); }

  # Readers have no cookies of this site; those of others on the same domain must not keep pages apart.
  unset req.http.Cookie;

  # Only searches and the API have a query. Elsewhere it is what campaigns and networks add (utm_…, fbclid …).
  if (req.url !~ "^/(search|api/v1|api/oembed)(/|\?|$)") {
    set req.url = regsub(req.url, "\?.*$", "");
  }
  return (hash);
}

sub vcl_backend_response {
  set beresp.http.xkey = beresp.http.Surrogate-Key;
}

sub vcl_deliver {
  unset resp.http.xkey;
}
