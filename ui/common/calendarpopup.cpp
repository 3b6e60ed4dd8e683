#include "ui/common/calendarpopup.h"

#include "ui/common/calendaraccess.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QApplication>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QAccessibleInterface *makeCalendarAccess(const QString &className, QObject *object)
{
    return className == "lanyard::CalendarPopup"_L1
               ? new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Dialog)
               : nullptr;
}

} // namespace

QWidget *CalendarPopup::openOn(const QWidget *owner)
{
    auto *calendar = owner ? owner->findChild<CalendarPopup *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    return calendar && calendar->isVisible() ? calendar : nullptr;
}

CalendarPopup::CalendarPopup(const QString &name, QDate standing, QWidget *parent) : QCalendarWidget(parent)
{
    QAccessible::installFactory(makeCalendarAccess); // registered once, however often it is called
    setWindowFlags(Qt::Popup);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(name);
    setVerticalHeaderFormat(NoVerticalHeader);
    setSelectedDate(standing);
    nameParts();
    dress();
    connect(this, &QCalendarWidget::activated, this, &CalendarPopup::choose);
    connect(this, &QCalendarWidget::clicked, this, &CalendarPopup::choose);
    connect(this, &QCalendarWidget::currentPageChanged, this, &CalendarPopup::sayMonth);
    connect(this, &QCalendarWidget::selectionChanged, this, &CalendarPopup::sayDaySoon);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (now == days())
            sayDaySoon();
    });
}

// In the destructor: the base class takes the focus from what it destroys.
CalendarPopup::~CalendarPopup()
{
    qApp->disconnect(this);
}

// Qt gives its buttons an arrow and no name, and the table of days no name at all.
void CalendarPopup::nameParts()
{
    if (auto *previous = findChild<QWidget *>(u"qt_calendar_prevmonth"_s))
        previous->setAccessibleName(tr("Previous month"));
    if (auto *next = findChild<QWidget *>(u"qt_calendar_nextmonth"_s))
        next->setAccessibleName(tr("Next month"));
    if (auto *year = findChild<QWidget *>(u"qt_calendar_yearedit"_s))
        year->setAccessibleName(tr("Year"));
    // Tab, which Qt leads nowhere, leads to them.
    for (const auto *name : {"prevmonth", "monthbutton", "yearbutton", "nextmonth"}) {
        auto *button = findChild<QWidget *>("qt_calendar_"_L1 + QLatin1StringView(name));
        if (button)
            button->setFocusPolicy(Qt::TabFocus);
    }
    sayMonth(yearShown(), monthShown());
}

// Qt's own arrows are small and as dark as what is behind them, its weekends red on any ground, and the days of other
// months too pale to be read.
void CalendarPopup::dress()
{
    const QPalette of = QApplication::palette();
    const std::pair<const char *, QLatin1StringView> arrows[] = {
        {"qt_calendar_prevmonth", isRightToLeft() ? "next"_L1 : "previous"_L1},
        {"qt_calendar_nextmonth", isRightToLeft() ? "previous"_L1 : "next"_L1}};
    const QSize size(iconSide(), iconSide());
    for (const auto &[name, drawing] : arrows) {
        auto *button = findChild<QToolButton *>(QString::fromLatin1(name));
        if (!button)
            continue;
        // On the bar, and on the button's own surface while the pointer is over it.
        const qreal ratio = devicePixelRatioF();
        QIcon arrow;
        arrow.addPixmap(icon(drawing, of.color(QPalette::HighlightedText)).pixmap(size, ratio));
        arrow.addPixmap(icon(drawing, of.color(QPalette::ButtonText)).pixmap(size, ratio), QIcon::Active);
        button->setIcon(arrow);
        button->setIconSize(size);
        button->setMinimumSize(targetSide(), targetSide());
    }
    for (const auto day : {Qt::Saturday, Qt::Sunday})
        setWeekdayTextFormat(day, {});
    QPalette colours = days()->palette();
    const QColor ground = of.color(QPalette::Active, QPalette::Base);
    const QColor quiet = toneColour(Tone::Quiet, ground);
    if (colours.color(QPalette::Disabled, QPalette::Text) == quiet)
        return;
    colours.setColor(QPalette::Disabled, QPalette::Text, quiet);
    days()->setPalette(colours);
}

void CalendarPopup::popUpAt(const QWidget &button)
{
    adjustSize();
    const QRect room = button.screen()->availableGeometry();
    QPoint position = button.mapToGlobal(QPoint(0, button.height()));
    if (position.y() + height() > room.bottom())
        position.setY(std::max(room.top(), button.mapToGlobal(QPoint()).y() - height()));
    position.setX(std::max(room.left(), std::min(position.x(), room.right() - width())));
    move(position);
    show();
    setFocus();
}

void CalendarPopup::choose(QDate date)
{
    Q_EMIT chosen(date);
    close();
}

void CalendarPopup::sayMonth(int year, int month)
{
    days()->setAccessibleName(locale().toString(QDate(year, month, 1), u"MMMM yyyy")); // words: a form
}

// Queued: it may be selected twice in a step, and Qt tells of the table after it got the focus.
void CalendarPopup::sayDaySoon()
{
    if (std::exchange(m_isDayDue, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isDayDue = false;
            tellSelectedDay(*this);
        },
        Qt::QueuedConnection);
}

QAbstractItemView *CalendarPopup::days() const
{
    return findChild<QAbstractItemView *>(u"qt_calendar_calendarview"_s);
}

void CalendarPopup::changeEvent(QEvent *event)
{
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)
        dress();
}

void CalendarPopup::closeEvent(QCloseEvent *event)
{
    QCalendarWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace lanyard

#include "moc_calendarpopup.cpp"
