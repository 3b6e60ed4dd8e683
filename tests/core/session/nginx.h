// A real nginx in front of a service, on the loopback interface.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

namespace lanyard::testing {

class Nginx
{
public:
    // @p servers are the server blocks of its configuration, in which PORT1, PORT2… stand for free ports, FOLDER for
    // its own folder and UPSTREAM for @p upstream (an address without a path).
    Nginx(QByteArray servers, const QByteArray &upstream);
    ~Nginx();
    Q_DISABLE_COPY_MOVE(Nginx)

    // Whether it listens; else the test is failed with its words.
    [[nodiscard]] bool start();
    // A file in FOLDER. Before start().
    void put(const QString &name, const QByteArray &content) const;
    // "scheme://127.0.0.1:PORT" of the port that PORT@p number stands for.
    [[nodiscard]] QString address(int number, const QString &scheme = QStringLiteral("http")) const;

private:
    QTemporaryDir m_folder;
    QByteArray m_servers;
    QList<quint16> m_ports;
    QProcess m_process;
};

} // namespace lanyard::testing
