# A wildcard by dns-01: certbot writes into the zone that the generated BIND serves, and pebble asks that BIND through the router and
# the host's ruleset. Each line that begins with a word and a blank is a result for the tests.
# shellcheck shell=bash
# shellcheck source=world.sh
. /lab/world.sh
trap 'kill $(jobs -p) 2>/dev/null' EXIT
world
say() { echo "$@"; }

# What the docs tell to make once, and what the unit does before it starts.
mkdir -p /tmp/secrets && tsig-keygen -a hmac-sha256 acme >/tmp/secrets/acme && chown bind /tmp/secrets/acme
zones=$(value $units/dns.container Volume | sed -n 's/^\(.*\.volume\):.*/\1/p')
mkdir -p "/var/lib/containers/$zones" && cp /etc/podplay/dns/zones/dynamic/*.zone "/var/lib/containers/$zones" && chown -R bind "/var/lib/containers/$zones"
ln -s /run/netns/main /run/netns/dns # it is on the host's network
service podplay-certificates 2>/tmp/install.log
plug certbot
box dns 0 named -g -u bind -c /etc/bind/named.conf >/tmp/named.log 2>&1 &
within 20 ip netns exec main dig +short @192.168.1.100 example.com SOA
authority 203.0.113.1:53

say first "$(solve)"
say names "$(openssl x509 -in /var/lib/podplay/certs/pages/_.home.example.com/fullchain.pem -noout -ext subjectAltName | tail -1 | tr -d ' ')"
say by-update "$(grep -c "updating zone '_acme-challenge.home.example.com/IN': adding an RR" /tmp/named.log)"
say cleaned "$(ip netns exec internet dig +short @203.0.113.1 _acme-challenge.home.example.com TXT | wc -l)"

# Another key of the same name is nobody's.
cp /tmp/secrets/acme /tmp/key && tsig-keygen -a hmac-sha256 acme >/tmp/secrets/acme
say without-key "$(solve --force-renewal)"
cp /tmp/key /tmp/secrets/acme
# Neither the zone itself nor other records are the key's.
ip netns exec certbot nsupdate -k /tmp/key 2>/tmp/refused <<'UPDATE'
server 192.168.1.100
zone example.com
update add evil.example.com 60 TXT no
send
UPDATE
say outside-its-zone "$(cat /tmp/refused)"
# The way of the authority: the router's and the host's port 53.
ip netns exec router nft flush chain inet podplay_router prerouting
say without-forward "$(solve --force-renewal)"
for log in certbot pebble named install; do sed "s/^/$log: /" /tmp/$log.log; done
