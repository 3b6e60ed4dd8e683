#pragma once

#include "tests/wire/joiningproxy.h"

#include <QHash>

namespace lanyard::testing {

// A SOCKS5 proxy (RFC 1928) that joins whoever gives the right name and password (RFC 1929) with one port of this
// computer, whatever was asked for. Without a name of its own it asks for none.
class SocksProxy : public JoiningProxy
{
public:
    SocksProxy(quint16 target, QByteArray userName = {}, QByteArray password = {})
        : JoiningProxy(target), m_userName(std::move(userName)), m_password(std::move(password))
    {
    }

    // The names that it was asked to connect to, with their ports; "4:" before an IPv4 address.
    QByteArrayList asked;
    // How often a name and a password came, whether or not they were right.
    int signIns = 0;

protected:
    void readFrom(QTcpSocket *client, QTcpSocket *target) override
    {
        State &state = m_states[client];
        state.bytes += client->readAll();
        while (step(state, client, target)) {
        }
    }

private:
    enum class Stage { Greeting, SignIn, Request };
    struct State
    {
        Stage stage = Stage::Greeting;
        QByteArray bytes;
    };

    static qsizetype at(const QByteArray &bytes, qsizetype index)
    {
        return index < bytes.size() ? static_cast<uchar>(bytes.at(index)) : 0;
    }
    // The first @p count bytes, once they are there.
    static QByteArray take(QByteArray &bytes, qsizetype count)
    {
        if (bytes.size() < count)
            return {};
        const QByteArray taken = bytes.first(count);
        bytes.remove(0, count);
        return taken;
    }

    // Whether there may be more to do.
    bool step(State &state, QTcpSocket *client, QTcpSocket *target)
    {
        switch (state.stage) {
        case Stage::Greeting:
            return greet(state, client);
        case Stage::SignIn:
            return signIn(state, client);
        case Stage::Request:
            return connectTo(state, client, target);
        }
        return false;
    }

    bool greet(State &state, QTcpSocket *client)
    {
        const QByteArray greeting = take(state.bytes, state.bytes.size() < 2 ? 2 : 2 + at(state.bytes, 1));
        if (greeting.isEmpty())
            return false;
        const char method = m_userName.isEmpty() ? '\0' : '\2';
        if (!greeting.mid(2).contains(method)) {
            client->write("\5\xFF");
            client->disconnectFromHost();
            return false;
        }
        client->write(QByteArray("\5") + method);
        state.stage = m_userName.isEmpty() ? Stage::Request : Stage::SignIn;
        return true;
    }

    bool signIn(State &state, QTcpSocket *client)
    {
        const qsizetype name = at(state.bytes, 1);
        const QByteArray message = take(
            state.bytes, std::max(state.bytes.size() < 3 + name ? 3 + name : 0, 3 + name + at(state.bytes, 2 + name)));
        if (message.isEmpty())
            return false;
        ++signIns;
        const bool isRight = message.mid(2, name) == m_userName && message.mid(3 + name) == m_password;
        client->write(QByteArray("\1") + (isRight ? '\0' : '\1'));
        state.stage = Stage::Request;
        if (!isRight)
            client->disconnectFromHost();
        return isRight;
    }

    bool connectTo(State &state, QTcpSocket *client, QTcpSocket *target)
    {
        const bool isName = at(state.bytes, 3) == 3;
        const qsizetype address = isName ? 1 + at(state.bytes, 4) : 4;
        const QByteArray request = take(state.bytes, 6 + std::max<qsizetype>(address, 1));
        if (request.isEmpty())
            return false;
        const qsizetype port = at(request, 4 + address) * 256 + at(request, 5 + address);
        asked << (isName ? request.mid(5, address - 1) : "4:" + request.mid(4, 4).toHex()) + ':' +
                     QByteArray::number(port);
        join(target);
        client->write(QByteArray("\5\0\0\1\0\0\0\0\0\0", 10));
        pass(std::exchange(state.bytes, {}), target);
        return false;
    }

    QHash<QTcpSocket *, State> m_states;
    QByteArray m_userName;
    QByteArray m_password;
};

} // namespace lanyard::testing
