#include "ui/common/columnroom.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <numeric>

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
    QList<int> widths;
    for (const ColumnWish &wish : m_wishes)
        widths << wish.usual;
    const int usual = std::accumulate(widths.begin(), widths.end(), 0);
    narrow(widths, narrow(widths, usual - room, true), false);
    int left = qMax(0, room - usual);
    int shares = 0;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const ColumnWish &wish = m_wishes.at(i);
        const int wider = qMin(left, qMax(0, wish.whole - wish.usual));
        widths[i] += wider;
        left -= wider;
        shares += wish.share;
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

// Each of those which yield or not, by the same share of what it can spare. Returns what is still missing.
int ColumnRoom::narrow(QList<int> &widths, int missing, bool yields) const
{
    const auto spareOf = [yields](const ColumnWish &wish) {
        return wish.yields == yields ? wish.usual - wish.least : 0;
    };
    int spared = 0;
    for (const ColumnWish &wish : m_wishes)
        spared += spareOf(wish);
    int taken = qBound(0, missing, spared);
    const int rest = missing - taken;
    for (qsizetype i = 0; i < widths.size() && spared > 0; ++i) {
        const int spare = spareOf(m_wishes.at(i));
        const int narrower = taken * spare / spared;
        widths[i] -= narrower;
        taken -= narrower;
        spared -= spare;
    }
    return rest;
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
        const int share = room * qMax(least, widths.at(i)) / sum;
        widths[i] = i == 0 ? left : qMax(least, qMin(share, left - i * least)); // which those before it need
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
