#include "tests/core/session/nginx.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

Nginx::Nginx(QByteArray servers, const QByteArray &upstream)
{
    // All at once, so that no two are the same.
    std::vector<std::unique_ptr<QTcpServer>> held;
    for (int number = 1; servers.contains("PORT" + QByteArray::number(number) + ';') ||
                         servers.contains("PORT" + QByteArray::number(number) + ' ');
         ++number) {
        held.push_back(std::make_unique<QTcpServer>());
        held.back()->listen(QHostAddress::LocalHost);
        m_ports << held.back()->serverPort();
        for (const char *end : {";", " "}) // PORT1 is not the beginning of PORT10
            servers.replace("PORT" + QByteArray::number(number) + end,
                            "127.0.0.1:" + QByteArray::number(m_ports.last()) + end);
    }
    servers.replace("FOLDER", m_folder.path().toUtf8());
    servers.replace("UPSTREAM", upstream);
    m_servers = servers;
}

Nginx::~Nginx()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

void Nginx::put(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        QTest::qFail("a file of nginx cannot be written", __FILE__, __LINE__);
}

bool Nginx::start()
{
    QByteArray temporary;
    for (const char *kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        temporary += QByteArray(kind) + "_temp_path " + m_folder.path().toUtf8() + '/' + kind + ";\n";
    put(u"nginx.conf"_s, "daemon off; master_process off; pid " + m_folder.path().toUtf8() +
                             "/pid; error_log stderr;\nevents {}\nhttp { access_log off;\n" + temporary + m_servers +
                             "}\n");
    // Debian has it where only the superuser looks.
    const QString program = QFile::exists(u"/usr/sbin/nginx"_s) ? u"/usr/sbin/nginx"_s : u"nginx"_s;
    m_process.start(program,
                    {u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s), u"-e"_s, u"stderr"_s});
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 10'000 && m_process.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_ports.first());
        if (socket.waitForConnected(200))
            return true;
        QTest::qWait(20);
    }
    QTest::qFail(QByteArray("nginx does not start: " + m_process.readAllStandardError()).constData(), __FILE__,
                 __LINE__);
    return false;
}

QString Nginx::address(int number, const QString &scheme) const
{
    return u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_ports.at(number - 1));
}

} // namespace lanyard::testing
