#include "ui/common/newselsewhere.h"

#include "ui/common/announce.h"

#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

NewsElsewhere::NewsElsewhere(QWidget *about, Sentence sentence)
    : QObject(about), m_about(about), m_sentence(std::move(sentence))
{
}

// Queued, for those that come with it.
void NewsElsewhere::add(const QString &place, const QString &notice)
{
    m_places << place;
    m_notice = notice;
    if (m_places.size() == 1)
        QMetaObject::invokeMethod(this, &NewsElsewhere::tell, Qt::QueuedConnection);
}

void NewsElsewhere::tell()
{
    constexpr qsizetype most = 5;
    const QStringList places = std::exchange(m_places, {});
    if (places.size() == 1)
        return announce(m_about, tr("%1: %2").arg(places.first(), m_notice));
    const int count = static_cast<int>(places.size());
    const QString listed = places.first(qMin(places.size(), most)).join(u", "_s);
    const int more = count - static_cast<int>(most);
    announce(m_about, m_sentence(count, more > 0 ? tr("%1 and %n more", nullptr, more).arg(listed) : listed));
}

} // namespace lanyard

#include "moc_newselsewhere.cpp"
