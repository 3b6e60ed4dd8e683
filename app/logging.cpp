#include "app/logging.h"

#include <QByteArray>
#include <QLoggingCategory>

namespace lanyard {

namespace {

constexpr QByteArrayView prefix = "lanyard.";
QLoggingCategory::CategoryFilter filterOfQt = nullptr;

// "lanyard.http" is logged for LANYARD_LOG=http and for =all.
bool isWanted(QByteArrayView category)
{
    static const QByteArrayList wanted = qgetenv("LANYARD_LOG").split(',');
    return wanted.contains("all") || wanted.contains(category.sliced(prefix.size()).toByteArray());
}

void filter(QLoggingCategory *category)
{
    const QByteArrayView name(category->categoryName());
    if (name.startsWith(prefix)) {
        category->setEnabled(QtInfoMsg, isWanted(name));
        return;
    }
    filterOfQt(category);
    category->setEnabled(QtDebugMsg, false);
    category->setEnabled(QtInfoMsg, false);
}

} // namespace

void setUpLogging()
{
    if (qEnvironmentVariableIsSet("LANYARD_DEBUGGABLE")) {
        if (qEnvironmentVariableIsSet("LANYARD_LOG"))
            QLoggingCategory::setFilterRules(QStringLiteral("lanyard.*.info=true"));
        return;
    }
    // In two steps: the filter is called for existing categories before installFilter() returns.
    filterOfQt = QLoggingCategory::installFilter(nullptr);
    QLoggingCategory::installFilter(filter);
}

} // namespace lanyard
