#include "ui/accounts/accountsbutton.h"

#include "core/base/sentences.h"
#include "core/base/text.h"
#include "ui/common/avatar.h"
#include "ui/common/cutlabel.h"
#include "ui/common/fieldaccess.h"
#include "ui/look/pageheader.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int AvatarLines = 3;
constexpr int SmallAvatarLines = 2;
constexpr int LeastAvatarLines = 1;
constexpr qsizetype LongestName = 100;

int avatarSide(int lines)
{
    return lines * iconSide();
}

// The mark of a button with a menu, which styles draw only beside a text of the button's own. A widget, so that it is
// where the layout puts it.
class MenuArrow : public QWidget
{
public:
    MenuArrow() { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int side = style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, this);
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QStyleOption option;
        option.initFrom(this);
        QPainter painter(this);
        style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &option, &painter, this);
    }
};

} // namespace

AccountsButton::AccountsButton(QMenu &menu, QWidget *parent)
    : QPushButton(parent), m_menu(menu), m_avatar(new Avatar(avatarSide(AvatarLines))), m_name(new NameLabel),
      m_userName(new NameLabel), m_server(new ServerLabel), m_user(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_picture(new QHBoxLayout), m_names(new QVBoxLayout), m_arrow(new MenuArrow), m_waiting(new TonedLabel)
{
    setOpenedMenu(*this, m_menu); // first: a name makes assistive technology ask what this is
    setFlat(true);
    setAutoDefault(false);
    setAccessibleName(tr("Accounts"));
    setToolTip(tr("Accounts"));
    connect(this, &QPushButton::clicked, this, &AccountsButton::openMenu);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Small, Space::Small);
    setSpaces(*m_names, Space::Hair);
    setSpaces(*m_picture, Space::Hair);
    m_picture->addWidget(m_avatar);
    m_user->addLayout(m_picture);
    auto *line = new QHBoxLayout;
    setSpaces(*line, Space::Hair);
    line->addLayout(m_names, 1);
    line->addWidget(m_arrow);
    m_user->addLayout(line, 1);
    layout->addLayout(m_user);
    layout->addWidget(m_waiting);
    QFont strong = m_name->font();
    strong.setBold(true);
    m_name->setFont(strong);
    m_waiting->setForegroundRole(QPalette::WindowText); // it would have the button's, in no tone
    m_waiting->setBackgroundRole(QPalette::Window);     // which a flat button shows
    m_waiting->setTone(Tone::Warning);
    m_waiting->hide();
    for (QWidget *part :
         {static_cast<QWidget *>(m_avatar), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_userName),
          static_cast<QWidget *>(m_server), m_arrow, static_cast<QWidget *>(m_waiting)})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    makeQuiet(*m_userName);
    makeQuiet(*m_server);
    setCompact(false);
}

void AccountsButton::setPicture(const QImage &picture, const QString &initials, const QString &userName)
{
    m_avatar->setUser(initials, userName);
    m_avatar->setPicture(picture);
}

void AccountsButton::setUser(const QString &name, const QString &userName, const QString &server)
{
    m_isUser = !userName.isEmpty() || !name.isEmpty();
    m_hasFullName = name != userName;
    m_name->setText(visibleText(name, false, LongestName));
    m_userName->setText(visibleText(userName, false, LongestName));
    m_server->setText(server);
    // What may be cut, or have no room.
    setToolTip(toolTipText(QStringList{tr("Accounts"), m_name->text(), m_userName->text(), server}.join(u'\n')));
    for (CutLabel *label : {m_name, m_userName})
        label->setLayoutDirection(label->text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
}

void AccountsButton::setWaitingCount(int count)
{
    m_waitingCount = count;
    m_waiting->setText(count == 0    ? QString(QChar::Nbsp) // as high as a text
                       : m_isCompact ? u"⚠ %1"_s.arg(count)
                                     : u"⚠ "_s + tr("%n other account(s) need attention", nullptr, count));
    m_waiting->setVisible(count > 0);
    describe();
    updateGeometry();
}

void AccountsButton::describe()
{
    const QString waiting = tr("%n other account(s) need attention", nullptr, m_waitingCount);
    const QStringList parts = m_waitingCount > 0 ? QStringList{m_line, waiting} : QStringList{m_line};
    setAccessibleDescription(withoutQuoteMarks(inSequence(parts)));
}

// Below the button, at the edge where a line begins; the menu itself sees to it that it is on the screen.
void AccountsButton::openMenu()
{
    const int left = isRightToLeft() ? width() - m_menu.sizeHint().width() : 0;
    m_menu.popup(mapToGlobal(QPoint(left, height())));
}

void AccountsButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    if (!text().isEmpty())
        option->features |= QStyleOptionButton::HasMenu; // its arrow
}

void AccountsButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        setCompact(m_isCompact);
}

void AccountsButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_user->setSpacing(space(isCompact ? Space::Small : Space::Medium));
    m_user->setDirection(isCompact ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_user->setAlignment(m_picture, isCompact ? Qt::AlignHCenter : Qt::AlignVCenter);
    // Where it is narrow, beside the picture: below it would take the place of who is shown, and where.
    layout()->removeWidget(m_waiting);
    m_picture->removeWidget(m_waiting);
    if (isCompact)
        m_picture->addWidget(m_waiting);
    else
        static_cast<QVBoxLayout *>(layout())->addWidget(m_waiting);
    m_waiting->setWordWrap(!isCompact);
    // At the edge of the window's lines, whichever direction the names are written in.
    const Qt::Alignment edge = Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    for (QWidget *label :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_userName), static_cast<QWidget *>(m_server)}) {
        m_names->removeWidget(label);
        m_names->addWidget(label, 0, isCompact ? Qt::AlignHCenter : edge);
    }
    m_waiting->setAlignment(isCompact ? Qt::AlignHCenter : Qt::AlignLeading);
    setWaitingCount(m_waitingCount);
}

// A smaller picture rather than none: in a low window it is all that tells whose account is shown.
void AccountsButton::fitInto(int height)
{
    const QList<CutLabel *> one = m_isCompact ? QList<CutLabel *>() : QList<CutLabel *>{m_name};
    const bool isBeside = m_isCompact && m_waitingCount > 0;
    for (const QList<CutLabel *> &labels : {names(), one}) {
        for (const int lines : {AvatarLines, SmallAvatarLines, LeastAvatarLines}) {
            if (isBeside && lines == AvatarLines)
                continue; // there is no room for both
            if (m_isUser && height >= heightWith(avatarSide(lines), labels))
                return present(avatarSide(lines), labels);
        }
    }
    if (m_isCompact && m_isUser)
        present(avatarSide(LeastAvatarLines), {});
    else
        present(0, {});
}

void AccountsButton::present(int avatarSide, const QList<CutLabel *> &labels)
{
    const bool isUser = avatarSide > 0;
    if (isUser)
        m_avatar->setDiameter(avatarSide);
    m_avatar->setVisible(isUser);
    for (CutLabel *label : {m_name, m_userName, m_server})
        label->setVisible(labels.contains(label));
    m_arrow->setVisible(isUser && !m_isCompact);
    QSizePolicy policy = m_waiting->sizePolicy();
    policy.setRetainSizeWhenHidden(keepsLine() && isUser);
    m_waiting->setSizePolicy(policy);
    m_waiting->setVisible(m_waitingCount > 0 && isUser);
    const QString word = m_waitingCount > 0 ? tr("Accounts") + u" (⚠ %1)"_s.arg(m_waitingCount) : tr("Accounts");
    setText(isUser ? QString() : !m_isCompact ? word : m_waitingCount > 0 ? u"⚠ %1"_s.arg(m_waitingCount) : u"…"_s);
    m_height = isUser ? heightWith(avatarSide, labels) : 0;
    setMinimumHeight(m_height);
    updateGeometry();
}

// A user without a name is shown once; where it is narrow, as briefly as at the service.
QList<CutLabel *> AccountsButton::names() const
{
    if (m_isCompact)
        return {m_userName, m_server};
    return m_hasFullName ? QList<CutLabel *>{m_name, m_userName, m_server} : QList<CutLabel *>{m_name, m_server};
}

int AccountsButton::heightWith(int avatarSide, const QList<CutLabel *> &labels) const
{
    const QMargins margins = layout()->contentsMargins();
    int text = 0;
    for (const CutLabel *label : labels)
        text += label->sizeHint().height() + (text > 0 ? m_names->spacing() : 0);
    const int below = text > 0 ? m_user->spacing() + text : 0;
    int height = margins.top() + margins.bottom() + (m_isCompact ? avatarSide + below : qMax(avatarSide, text));
    if (keepsLine())
        height += layout()->spacing() + m_waiting->heightForWidth(width() - margins.left() - margins.right());
    return height;
}

QSize AccountsButton::sizeHint() const
{
    return text().isEmpty() ? QSize(width(), m_height) : QPushButton::sizeHint();
}

} // namespace lanyard

#include "moc_accountsbutton.cpp"
