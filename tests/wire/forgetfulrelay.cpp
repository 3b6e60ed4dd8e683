#include "tests/wire/forgetfulrelay.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

ForgetfulRelay::ForgetfulRelay(quint16 target, QObject *parent) : QTcpServer(parent), m_target(target)
{
    listen(QHostAddress::LocalHost);
}

QString ForgetfulRelay::address(const QString &scheme) const
{
    return u"%1://127.0.0.1:%2"_s.arg(scheme).arg(serverPort());
}

void ForgetfulRelay::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *near = new QTcpSocket(this);
    auto *far = new QTcpSocket(near);
    near->setSocketDescriptor(descriptor);
    far->connectToHost(QHostAddress::LocalHost, m_target);
    const auto relay = [this, age = m_age](QTcpSocket *from, QTcpSocket *to) {
        connect(from, &QTcpSocket::readyRead, this, [=, this] {
            const QByteArray bytes = from->readAll();
            if (age == m_age)
                to->write(bytes);
        });
        connect(from, &QTcpSocket::disconnected, this, [=, this] {
            if (age == m_age)
                to->disconnectFromHost();
        });
    };
    relay(near, far);
    relay(far, near);
    connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
}

} // namespace lanyard::testing

#include "moc_forgetfulrelay.cpp"
