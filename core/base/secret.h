#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

class QDebug;

namespace lanyard {

/// A password, token, API key or client secret.
///
/// Copies share one buffer, which is overwritten when the last of them is destroyed. There is deliberately no
/// conversion to text, no QDebug and no stream operator: code that needs the bytes calls expose(), and a search for
/// that name lists every place where a secret leaves its type.
class Secret
{
public:
    Secret() = default;
    /// Copies @p bytes; overwriting the original is up to the caller (see wipe()).
    explicit Secret(QByteArrayView bytes);
    /// @p bytes themselves, if nobody else has them; else a copy.
    [[nodiscard]] static Secret of(QByteArray bytes);
    /// The UTF-8 bytes of @p text; the intermediate copy is overwritten.
    [[nodiscard]] static Secret fromText(QStringView text);

    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    /// In bytes.
    [[nodiscard]] qsizetype size() const;
    /// Valid as long as this object or a copy of it exists.
    [[nodiscard]] QByteArrayView expose() const;
    /// As text, for an editor or the clipboard; the caller must overwrite the QString.
    [[nodiscard]] QString exposeText() const;

    friend bool operator==(const Secret &a, const Secret &b) { return a.expose() == b.expose(); }
    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    struct Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

/// Overwrites the characters in place before the memory is freed. A buffer shared with another string is left alone: it
/// is not ours to destroy.
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace lanyard
