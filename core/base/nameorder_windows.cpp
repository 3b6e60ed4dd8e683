#include "core/base/nameorder.h"

#include <qt_windows.h>

#include <string>

namespace lanyard {

OrderKey orderKey(const QCollator &order, const QString &text)
{
    const std::wstring locale = order.locale().bcp47Name().toStdWString();
    const DWORD how = LCMAP_SORTKEY | (order.caseSensitivity() == Qt::CaseInsensitive ? NORM_IGNORECASE : 0) |
                      (order.numericMode() ? SORT_DIGITSASNUMBERS : 0) |
                      (order.ignorePunctuation() ? NORM_IGNORESYMBOLS : 0);
    // Fills @p room with bytes, whatever the type says, and tells how many there are.
    const auto map = [&](const wchar_t *name, QByteArray &room) {
        return LCMapStringEx(name, how, reinterpret_cast<const wchar_t *>(text.utf16()), static_cast<int>(text.size()),
                             room.isEmpty() ? nullptr : reinterpret_cast<wchar_t *>(room.data()),
                             static_cast<int>(room.size()), nullptr, nullptr, 0);
    };
    QByteArray key;
    const wchar_t *name = locale.c_str();
    int size = map(name, key);
    if (size <= 0 && !text.isEmpty()) { // a locale that Windows does not know
        name = LOCALE_NAME_USER_DEFAULT;
        size = map(name, key);
    }
    key.resize(size);
    if (size > 0)
        map(name, key);
    return key;
}

} // namespace lanyard
