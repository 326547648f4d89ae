# Certificates from nothing to the wire and again, with everything that podplay writes for the host and the router, against
# pebble. Each line that begins with a word and a blank is a result for the tests.
# shellcheck shell=bash
# shellcheck source=world.sh
. /lab/world.sh
trap 'kill $(jobs -p) 2>/dev/null' EXIT
world

# ------------------------------------------------ the authority, and names for it
names_and_authority

# ------------------------------------------------ the host starts: nobody has a certificate yet
say() { echo "$@"; }
service podplay-certificates 2>/tmp/install.log && say placeholders "$(grep -c placeholder /tmp/install.log)"
for name in haproxy certbot apache-1 apache-2 apache-3; do plug $name; done
apache apache-1 apache-2 apache-3
for n in 0 1 2; do within 20 ip netns exec haproxy curl -sf "http://172.20.1.2$n/healthz"; done
box haproxy 100 haproxy -W -db -f /usr/local/etc/haproxy/haproxy.cfg >/tmp/haproxy.log 2>&1 &

here4=(--resolve '*:80:203.0.113.1' --resolve '*:443:203.0.113.1')
here6=(--resolve '*:80:[2001:db8:1::100]' --resolve '*:443:[2001:db8:1::100]')
ask() { ip netns exec internet curl -s -m 5 -o /dev/null -w '%{http_code}' "$@"; }
shown() { # ADDRESS FIELD: of the certificate on the wire
    ip netns exec internet openssl s_client -connect "$1:443" -servername example.com </dev/null 2>/dev/null | openssl x509 -noout "-$2" 2>/dev/null
}
within 20 ip netns exec internet curl -sf "${here4[@]}" http://example.com/healthz
# Apache shows the placeholder; HAProxy shows nobody a certificate for another name (strict-sni), but answers.
case $(shown 203.0.113.1 subject) in *placeholder.invalid | '') ip netns exec internet nc -z 203.0.113.1 443 && say started yes ;; esac
service podplay-certificates-check 2>/tmp/check.log
say check-before $? "$(grep -c '<3>.*none was issued yet' /tmp/check.log)"

# ------------------------------------------------ first issue, over IPv4
ip netns exec internet curl -sk https://203.0.113.9:15000/roots/0 >/tmp/root.pem
trust=(--cacert /tmp/root.pem)
say first "$(solve)"
[ -e /var/lib/podplay/certs/apache-1/example.com/fullchain.pem ] || cat /tmp/certbot.log
within 10 ip netns exec internet curl -sf "${trust[@]}" "${here4[@]}" https://www.example.com/
say names "$(shown 203.0.113.1 ext=subjectAltName | tail -1 | tr -d ' ')"
say trusted4 "$(ask "${trust[@]}" "${here4[@]}" https://www.example.com/)"
say trusted6 "$(ask "${trust[@]}" "${here6[@]}" https://www.example.com/)"
service podplay-certificates-check; say check-after $?
for here in here4 here6; do
    declare -n at=$here
    say "policy-$here" "$(ip netns exec internet curl -s -m 5 -w '%{http_code} %{content_type}' "${trust[@]}" "${at[@]}" https://mta-sts.example.com/.well-known/mta-sts.txt | tr '\n' ' ')"
done
say beside-policy "$(ask "${trust[@]}" "${here4[@]}" https://mta-sts.example.com/) $(ask "${trust[@]}" "${here4[@]}" https://www.example.com/.well-known/mta-sts.txt)"
say open-files "$(find /var/lib/podplay/certs -type f -perm /077 | wc -l)"

# ------------------------------------------------ nothing is due
say again "$(solve)"

# ------------------------------------------------ renewal by IPv6, while somebody asks without a pause
ip netns exec internet curl -s -d '{"ip": "2001:db8:1::100"}' http://127.0.0.1:8055/set-default-ipv6
(
    n=0
    while [ ! -e /tmp/enough ]; do
        n=$((n + 1))
        for scheme in http https; do
            code=$(ask "${trust[@]}" "${here4[@]}" $scheme://example.com/) || echo "failed $scheme by IPv4: curl $?"
            [ "$code" = 200 ] || echo "failed $scheme by IPv4: $code"
            code=$(ask "${trust[@]}" "${here6[@]}" $scheme://example.com/) || echo "failed $scheme by IPv6: curl $?"
            [ "$code" = 200 ] || echo "failed $scheme by IPv6: $code"
        done
    done
    echo "asked $n"
) >/tmp/client.log 2>&1 &
client=$!
old=$(shown 203.0.113.1 serial)
say renewal "$(solve --force-renewal)"
changed() { [ "$(shown "$1" serial)" != "$old" ]; }
within 10 changed 203.0.113.1 && within 10 changed '[2001:db8:1::100]' && say changed yes
sleep 1
touch /tmp/enough && wait $client
grep ^asked /tmp/client.log
say failures "$(grep -c failed /tmp/client.log)"
grep failed /tmp/client.log | sort | uniq -c
say by-ipv6 "$(grep -c '^\(\[[^]]*\]:\|2001:db8:ff::9:\).*acme_certbot.*acme-challenge' /tmp/haproxy.log)"
say shown "$(ip netns exec internet bash -c 'for n in 1 2 3 4 5 6; do openssl s_client -connect 203.0.113.1:443 -servername example.com </dev/null 2>/dev/null | openssl x509 -noout -serial; done' | sort -u | wc -l)"

# ------------------------------------------------ each part of the way is needed
old=$(shown 203.0.113.1 serial)
ip netns exec main nft flush chain inet podplay router_ports
say without-redirect "$(solve --force-renewal)"
ip netns exec main nft -f /etc/nftables.d/podplay.nft
sed -i 's/^    use_backend acme_certbot .*//' /etc/podplay/haproxy/haproxy.cfg
systemctl reload haproxy.service >/dev/null 2>&1
sleep 0.5
# Answers of the solver are not the Apaches': they know no challenge.
say without-route "$(solve --force-renewal)"
say kept "$([ "$old" = "$(shown 203.0.113.1 serial)" ] && echo yes)"
for log in certbot pebble haproxy apache install check names; do sed "s/^/$log: /" /tmp/$log.log; done
