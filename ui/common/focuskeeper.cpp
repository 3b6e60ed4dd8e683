#include "ui/common/focuskeeper.h"

#include <QAbstractButton>
#include <QApplication>
#include <QScopedValueRollback>

#include <algorithm>

namespace lanyard {

namespace {

constexpr qsizetype MostFields = 16; // those of other pages are out of sight

bool s_isGivingBack = false;

void giveBackTo(QWidget &place)
{
    const QScopedValueRollback isGivingBack(s_isGivingBack, true);
    place.setFocus(Qt::OtherFocusReason);
}

bool canHaveFocus(const QWidget *widget)
{
    return widget && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

} // namespace

bool FocusKeeper::isGivingBack()
{
    return s_isGivingBack;
}

FocusKeeper::FocusKeeper(QWidget &window) : m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now && m_window.isAncestorOf(now) && m_window.isVisible() && !now->isVisible())
            takeBack(before, *now);
        else
            note(now);
    });
}

void FocusKeeper::takeBack(QWidget *before, const QWidget &hidden)
{
    QWidget *place = canHaveFocus(before) && m_window.isAncestorOf(before) ? before : placeFor(hidden);
    if (place)
        giveBackTo(*place);
}

void FocusKeeper::note(QWidget *focus)
{
    if (!canHaveFocus(focus) || !m_window.isAncestorOf(focus) || qobject_cast<QAbstractButton *>(focus))
        return;
    m_fields.removeAll(focus);
    m_fields.removeAll(nullptr);
    m_fields.prepend(focus);
    m_fields.resize(std::min(m_fields.size(), MostFields));
}

bool FocusKeeper::moveOn()
{
    const QWidget *leaving = m_window.focusWidget();
    if (!leaving || (leaving->isVisible() && leaving->isEnabled()))
        return false;
    QWidget *place = placeFor(*leaving);
    if (place)
        giveBackTo(*place);
    return place != nullptr;
}

bool FocusKeeper::step(bool isForwards)
{
    QWidget *from = m_window.focusWidget() ? m_window.focusWidget() : &m_window;
    const auto after = [isForwards](const QWidget *widget) {
        return isForwards ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget *next = after(from); next != from; next = after(next)) {
        if (!canHaveFocus(next) || next->focusProxy() || next == &m_window)
            continue;
        next->setFocus(isForwards ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return false;
}

QWidget *FocusKeeper::placeFor(const QWidget &leaving) const
{
    for (QWidget *around = leaving.parentWidget(); around && around != &m_window; around = around->parentWidget()) {
        if (canHaveFocus(around->focusProxy()))
            return around->focusProxy();
    }
    for (const QPointer<QWidget> &field : m_fields) {
        if (canHaveFocus(field))
            return field;
    }
    for (QWidget *next = leaving.nextInFocusChain(); next != &leaving; next = next->nextInFocusChain()) {
        if (canHaveFocus(next) && next != &m_window)
            return next;
    }
    return nullptr;
}

} // namespace lanyard

#include "moc_focuskeeper.cpp"
