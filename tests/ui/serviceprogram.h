// The stand-in service in a process of its own, whose memory and time are not counted.
#pragma once

#include <QProcess>
#include <QString>

namespace lanyard::testing {

class ServiceProgram
{
public:
    ServiceProgram(const QString &program, const QStringList &arguments)
    {
        m_process.start(program, arguments);
        m_process.waitForReadyRead();
        m_address = QString::fromUtf8(m_process.readLine()).section(u' ', -1).trimmed();
    }
    ~ServiceProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(ServiceProgram)
    [[nodiscard]] const QString &address() const { return m_address; }

private:
    QProcess m_process;
    QString m_address;
};

} // namespace lanyard::testing
