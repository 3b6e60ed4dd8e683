#pragma once

#include <QCollator>

namespace lanyard {

/// How names and other texts are compared in every list: as the user's language does, whatever their case, and numbers
/// in them by their value: 2 before 10. In the locale C, which has no order of its own, as in English.
[[nodiscard]] QCollator nameOrder();

/// What a text that is compared often is sorted by: keys compare as QCollator::compare() does their texts. Not Qt's own
/// on Windows: it takes the bytes that the system gives for half as many characters, whose order is another one
/// (QTBUG-128170).
#ifdef Q_OS_WIN
using OrderKey = QByteArray;
#else
using OrderKey = QCollatorSortKey;
#endif
[[nodiscard]] OrderKey orderKey(const QCollator &order, const QString &text);

} // namespace lanyard
