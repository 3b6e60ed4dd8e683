#include "core/base/secret.h"

#include <QStringDecoder>

#include <cstring>
#include <vector>

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
    explicit Buffer(QByteArrayView view) : bytes(view.begin(), view.end()) {}
    ~Buffer() { overwrite(bytes.data(), bytes.size()); }
    Q_DISABLE_COPY_MOVE(Buffer)
    std::vector<char> bytes;
};

Secret::Secret(QByteArrayView bytes) : m_buffer(bytes.isEmpty() ? nullptr : std::make_shared<const Buffer>(bytes)) {}

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
    return m_buffer ? static_cast<qsizetype>(m_buffer->bytes.size()) : 0;
}

QByteArrayView Secret::expose() const
{
    return m_buffer ? QByteArrayView(m_buffer->bytes.data(), size()) : QByteArrayView();
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
