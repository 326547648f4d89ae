# To be sourced, in a Debian root over which the tree of the host `main` and the router's file lie: an internet, the router, the
# host and its containers, each a network namespace. Programs are Debian's own. Podman is played by namespaces with what the
# units say (addresses, mounts, variables, command), its network by netavark itself; systemd by running what its units say.
# shellcheck shell=bash

units=/etc/containers/systemd

# value UNIT KEY: the values of a key, one a line.
value() { sed -n "s/^$2=//p" "$1"; }

link() { # SPACE INTERFACE ADDRESS4 ADDRESS6, the other end is v-SPACE in the router
    ip netns add "$1"
    ip -n "$1" link set lo up
    ip -n router link add "v-$1" type veth peer name eth0 netns "$1"
    ip -n router link set "v-$1" name "$2" && ip -n router link set "$2" up
    ip -n "$1" address add "$3/24" dev eth0 && ip -n "$1" -6 address add "$4/64" dev eth0 nodad
    ip -n "$1" link set eth0 up
}

world() {
    ip netns add router
    ip -n router link set lo up
    ip netns exec router sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv6.conf.default.accept_dad=0
    link internet eth0 203.0.113.9 2001:db8:ff::9
    link main eth1 192.168.1.100 2001:db8:1::100
    ip -n router address add 203.0.113.1/24 dev eth0 && ip -n router -6 address add 2001:db8:ff::1/64 dev eth0 nodad
    ip -n router address add 192.168.1.1/24 dev eth1 && ip -n router -6 address add 2001:db8:1::1/64 dev eth1 nodad
    ip -n internet -6 route add 2001:db8:1::/64 via 2001:db8:ff::1
    ip -n main route add default via 192.168.1.1 && ip -n main -6 route add default via 2001:db8:1::1
    ip netns exec router nft -f /etc/podplay-router.nft || exit 3
    ip netns exec main nft -f /etc/nftables.d/podplay.nft || exit 3
    mkdir -p /run/netavark
}

# plug NAME: joins a container to its network and publishes its ports.
plug() {
    local unit=$units/$1.container
    ip netns add "$1"
    ip -n "$1" link set lo up
    python3 /lab/plug.py "$unit" >"/tmp/$1.json" &&
        ip netns exec main env NETAVARK_FW=nftables /usr/lib/podman/netavark --config /run/netavark setup "/run/netns/$1" <"/tmp/$1.json" >/dev/null || exit 3
    value "$unit" Sysctl | while read -r setting; do ip netns exec "$1" sysctl -qw "$setting"; done
}

# box NAME UID COMMAND...: a container of the unit of this name; it ends with its command.
box() {
    local name=$1 user=$2 unit=$units/$1.container
    shift 2
    mapfile -t variables < <(value "$unit" Environment)
    # shellcheck disable=SC2016
    ip netns exec "$name" unshare --mount --propagation private bash -c '
        unit=$1 user=$2 pid=$3; shift 3
        sed -n "s/^Volume=//p" "$unit" | while IFS=: read -r from to options; do
            case $from in *.volume) from=/var/lib/containers/$from ;; esac
            mkdir -p "$from" "$to" 2>/dev/null
            case ,$options, in *,U,*) chown -R "$user:$user" "$from" ;; esac
            if [ -d "$from" ]; then mount --bind "$from" "$to"; else mount --bind "$from" "$to"; fi
            case ,$options, in *,ro,*) mount -o remount,bind,ro "$to" ;; esac
        done
        mount -t tmpfs tmpfs /run && mkdir -p /run/apache2 /run/lock /run/secrets
        [ ! -d /tmp/secrets ] || mount --bind /tmp/secrets /run/secrets
        echo $$ >"$pid"
        exec setpriv --reuid "$user" --regid "$user" --clear-groups "$@"' box "$unit" "$user" "/tmp/$name.pid" env "${variables[@]}" "$@"
}

# service UNIT: runs one of podplay's own services of the host, and what it wants to be run behind it.
service() {
    local unit=/etc/systemd/system/$1.service code=0 next
    value "$unit" ExecStart | while read -r command; do ip netns exec main $command || exit; done || code=$?
    [ "$code" = 0 ] && next=OnSuccess || next=OnFailure
    next=$(value "$unit" $next)
    [ -z "$next" ] || service "${next%.service}" || code=$?
    return "$code"
}

# authority DNS-SERVER: pebble on the internet, with a certificate of its own.
authority() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=pebble \
        -addext subjectAltName=IP:203.0.113.9 -keyout /etc/pebble/key.pem -out /etc/pebble/ca.pem 2>/dev/null
    PEBBLE_VA_NOSLEEP=1 PEBBLE_WFE_NONCEREJECT=0 PEBBLE_AUTHZREUSE=0 \
        ip netns exec internet pebble -config /etc/pebble/config.json -dnsserver "$1" >/tmp/pebble.log 2>&1 &
    within 20 ip netns exec internet curl -sf --cacert /etc/pebble/ca.pem https://203.0.113.9:14000/dir
}

# names_and_authority: pebble, and a name server of the lab's own for it: all names are the router's address, by IPv4.
names_and_authority() {
    ip netns exec internet pebble-challtestsrv -management 127.0.0.1:8055 -dns01 127.0.0.1:8053 -http01 '' -https01 '' -tlsalpn01 '' -doh '' \
        -defaultIPv4 203.0.113.1 -defaultIPv6 '' >/tmp/names.log 2>&1 &
    authority 127.0.0.1:8053
}

# apache NAMES...: the servers of these containers.
apache() {
    local name
    . /etc/apache2/envvars
    for name in "$@"; do
        box "$name" 0 env APACHE_RUN_DIR=/run/apache2 APACHE_LOCK_DIR=/run/lock APACHE_LOG_DIR=/tmp \
            APACHE_RUN_USER=www-data APACHE_RUN_GROUP=www-data apache2 -D FOREGROUND >>/tmp/apache.log 2>&1 &
    done
}

# solve ARGUMENTS: runs the solver once, with these for certbot, and then what the path unit does. Prints the exit code, and whether
# there is something new.
solve() {
    local stamp=/var/lib/podplay/acme/certbot/renewed before after code
    before=$(stat -c %y $stamp 2>/dev/null)
    # shellcheck disable=SC2046
    box certbot 0 $(value $units/certbot.container Entrypoint) $(value $units/certbot.container Exec) "$@" >/tmp/certbot.log 2>&1
    code=$?
    after=$(stat -c %y $stamp 2>/dev/null)
    [ "$before" = "$after" ] && echo "$code same" && return
    service podplay-certificates >/dev/null 2>>/tmp/install.log || code="$code install"
    echo "$code new"
}

# within SECONDS COMMAND...: tries until it succeeds.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || { echo "never: $*" >&2; return 1; }
        sleep 0.1
    done
}
