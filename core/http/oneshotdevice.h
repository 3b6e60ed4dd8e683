#pragma once

#include "core/base/secret.h"

#include <QIODevice>

namespace lanyard {

/// A request body that can be read once and never rewound.
///
/// Qt resends a POST by itself when the connection closes before a response (6.4 to at least 6.8). With this device it
/// cannot: the device is sequential, so the second attempt fails with ContentReSendError instead of doing a thing
/// twice. Must be used with a Content-Length header and DoNotBufferUploadDataAttribute; without them Qt copies the body
/// and resends it.
class OneShotDevice : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotDevice(Secret body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    /// Fails without the warning that QIODevice prints: Qt's network code tries it whenever a connection breaks.
    bool seek(qint64) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;

    /// Whether any of it was passed to the network: from then on the service may have seen the request.
    [[nodiscard]] bool wasRead() const { return m_position > 0; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    Secret m_body;
    qint64 m_position = 0;
};

} // namespace lanyard
