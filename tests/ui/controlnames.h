#pragma once

#include <QStringList>
#include <QTest>

class QWidget;

namespace lanyard::testing {

// What is wrong with the accessible names of the controls that can be seen in @p root: none, one that another control
// has too, or one that is not what is written on it or beside it.
[[nodiscard]] QStringList nameProblems(QWidget *root);

} // namespace lanyard::testing

#define VERIFY_NAMED(root)                                                                                             \
    do {                                                                                                               \
        const QStringList badNames = lanyard::testing::nameProblems(root);                                             \
        QVERIFY2(badNames.isEmpty(), qPrintable(badNames.join(QLatin1Char('\n'))));                                    \
    } while (false)
