// What the sign-in dialog is made of, and what stands above its form.
#include "ui/common/announce.h"
#include "ui/common/fittingarea.h"
#include "ui/common/screenroom.h"
#include "ui/look/characterwidth.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/signin/signindialog.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinoutcome.h"
#include "ui/signin/signinprogress.h"
#include "ui/signin/submitbutton.h"
#include "ui/signin/welcome.h"

#include <QHBoxLayout>
#include <QStyle>

namespace lanyard {

namespace {

constexpr int FormInCharacters = 52;

} // namespace

void SignInDialog::layOut()
{
    auto *buttons = new QHBoxLayout;
    setSpaces(*buttons, Space::Medium);
    buttons->setContentsMargins(space(Space::Wide), 0, space(Space::Wide), 0);
    buttons->addWidget(m_progress, 1, Qt::AlignVCenter);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);

    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    setSpaces(*parts, Space::Wide, Space::Large);
    parts->addWidget(m_welcome);
    parts->addWidget(m_head);
    parts->addWidget(m_reason);
    parts->addWidget(m_form);
    parts->addWidget(m_outcome);
    m_area = new FittingArea(content);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Hair);
    layout->setContentsMargins(0, 0, 0, space(Space::Wide));
    layout->addWidget(m_area);
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_form->setMinimumWidth(qMin(characterWidth(fontMetrics()) * FormInCharacters,
                                 roomOnScreen(*this).width() - 2 * space(Space::Wide) - scrollBar));
}

void SignInDialog::setFirstStart(bool isFirst)
{
    m_welcome->setVisible(isFirst);
    m_head->setVisible(!isFirst);
}

void SignInDialog::setAdding(bool isAdding)
{
    const QString title = isAdding ? tr("Add an account") : tr("Sign in");
    m_head->setTitle(title);
    m_head->setLine(isAdding ? tr("Your other accounts stay as they are.") : QString());
    setWindowTitle(title);
}

void SignInDialog::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    if (!reason.isEmpty())
        setFirstStart(false);             // by now that is known
    if (isVisible() && !reason.isEmpty()) // what stands in a dialog that opens is read with it
        announce(m_reason);
}

void SignInDialog::takeBackReason(const QString &reason)
{
    if (m_reason->text() == reason)
        setReason({});
}

} // namespace lanyard
