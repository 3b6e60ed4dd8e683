#include "core/base/secret.h"

#include <QStringDecoder>

#include <cstring>
#include <utility>

namespace lanyard {

namespace {

// A plain memset before a free is removed by the optimiser as a dead store; a volatile pointer to the function is not.
void overwrite(void *data, std::size_t size)
{
    static void *(*const volatile set)(void *, int, std::size_t) = std::memset;
    if (size > 0)
        set(data, 0, size);
}

} // namespace

struct Secret::Buffer
{
    explicit Buffer(QByteArray own) : bytes(std::move(own)) { bytes.detach(); }
    ~Buffer() { wipe(bytes); }
    Q_DISABLE_COPY_MOVE(Buffer)
    QByteArray bytes; // of nobody else
};

Secret::Secret(QByteArrayView bytes) : Secret(of(bytes.toByteArray())) {}

Secret Secret::of(QByteArray bytes)
{
    Secret secret;
    if (!bytes.isEmpty())
        secret.m_buffer = std::make_shared<const Buffer>(std::move(bytes));
    return secret;
}

Secret Secret::fromText(QStringView text)
{
    // An unpaired surrogate has no UTF-8 encoding. toUtf8() writes a question mark: a different secret, and one that
    // can be sent.
    QStringEncoder encode(QStringEncoder::Utf8,
                          QStringEncoder::Flag::Stateless | QStringEncoder::Flag::ConvertInvalidToNull);
    QByteArray utf8 = encode(text);
    Secret secret{QByteArrayView(utf8)};
    wipe(utf8);
    return secret;
}

qsizetype Secret::size() const
{
    return m_buffer ? m_buffer->bytes.size() : 0;
}

QByteArrayView Secret::expose() const
{
    return m_buffer ? QByteArrayView(m_buffer->bytes) : QByteArrayView();
}

QString Secret::exposeText() const
{
    // QString::fromUtf8() removes a leading U+FEFF as a byte order mark.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(expose());
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        overwrite(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (text.isDetached())
        overwrite(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace lanyard
