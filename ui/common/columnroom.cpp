#include "ui/common/columnroom.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

namespace lanyard {

namespace {

// Before the state of a header with widths that follow the room.
constexpr QByteArrayView FittedForm = "fitted:";

} // namespace

ColumnRoom::ColumnRoom(QHeaderView &header) : QObject(&header), m_header(header)
{
    header.setStretchLastSection(false);
    header.installEventFilter(this);
    connect(&header, &QHeaderView::sectionResized, this, [this](int, int before, int now) { noteResize(before, now); });
}

void ColumnRoom::fit(const QList<ColumnWish> &wishes, int together)
{
    m_wishes = wishes;
    m_together = together;
    shareOut();
}

// To or from nothing, a column is only shown or hidden.
void ColumnRoom::noteResize(int before, int now)
{
    if (!m_isOurs && isFitted() && before > 0 && now > 0)
        setOfTheUser(true);
}

void ColumnRoom::setOfTheUser(bool isOfTheUser)
{
    m_isOfTheUser = isOfTheUser;
    const QScopedValueRollback ours(m_isOurs, true);
    m_header.setStretchLastSection(isOfTheUser); // no empty room behind it
}

QList<int> ColumnRoom::widthsIn(int room) const
{
    int usual = 0;
    int spared = 0;
    int shares = 0;
    for (const ColumnWish &wish : m_wishes) {
        usual += wish.usual;
        spared += wish.usual - wish.least;
        shares += wish.share;
    }
    int missing = qBound(0, usual - room, spared);
    int left = qMax(0, room - usual);
    QList<int> widths;
    for (const ColumnWish &wish : m_wishes) {
        const int narrower = spared > 0 ? missing * (wish.usual - wish.least) / spared : 0;
        const int wider = qMin(left, qMax(0, wish.whole - wish.usual));
        missing -= narrower;
        spared -= wish.usual - wish.least;
        left -= wider;
        widths << wish.usual - narrower + wider;
    }
    for (qsizetype i = 0; i < widths.size() && shares > 0; ++i) {
        const int more = left * m_wishes.at(i).share / shares;
        widths[i] += more;
        left -= more;
        shares -= m_wishes.at(i).share;
    }
    bringTogether(widths, room);
    return widths;
}

// Each narrower by the same share, but no narrower than the header lets it be.
void ColumnRoom::bringTogether(QList<int> &widths, int room) const
{
    const int least = m_header.minimumSectionSize();
    int sum = 0;
    for (int i = 0; i < m_together; ++i)
        sum += qMax(least, widths.at(i));
    if (sum <= room || room <= 0)
        return;
    int left = room;
    for (int i = m_together - 1; i >= 0; --i) {
        widths[i] = i == 0 ? left : qMax(least, room * qMax(least, widths.at(i)) / sum);
        left -= widths.at(i);
    }
}

void ColumnRoom::shareOut()
{
    if (m_isOfTheUser)
        return;
    const QScopedValueRollback ours(m_isOurs, true);
    const QList<int> widths = widthsIn(m_header.width());
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (!m_header.isSectionHidden(m_wishes.at(i).column))
            m_header.resizeSection(m_wishes.at(i).column, widths.at(i));
    }
}

bool ColumnRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        shareOut();
    return QObject::eventFilter(watched, event);
}

QByteArray ColumnRoom::state() const
{
    if (!isFitted() && !m_isRestored)
        return {};
    return m_isOfTheUser ? m_header.saveState() : FittedForm.toByteArray() + m_header.saveState();
}

bool ColumnRoom::restore(const QByteArray &state)
{
    const bool isFittedForm = state.startsWith(FittedForm);
    const QScopedValueRollback ours(m_isOurs, true);
    if (!m_header.restoreState(isFittedForm ? state.sliced(FittedForm.size()) : state))
        return false;
    m_isRestored = true;
    setOfTheUser(!isFittedForm);
    shareOut();
    return true;
}

} // namespace lanyard

#include "moc_columnroom.cpp"
