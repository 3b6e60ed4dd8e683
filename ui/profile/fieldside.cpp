#include "ui/profile/fieldside.h"

#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/look/icons.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int CopiedShownMs = 2000;

} // namespace

FieldSide::FieldSide(const QString &label, bool isForReading, QWidget *parent)
    : QWidget(parent), m_mark(new PlainLabel(isForReading ? tr("Copied") : u"●"_s)), m_button(new QToolButton),
      m_replace(new QToolButton), m_isForReading(isForReading)
{
    if (!isForReading)
        m_mark->setAccessibleName(tr("%1 changed").arg(label));
    m_button->setText(isForReading ? tr("Copy %1").arg(label) : tr("Undo %1").arg(label));
    m_button->setIcon(icon(isForReading ? "copy"_L1 : "revert"_L1));
    m_button->setToolTip(m_button->text());
    m_button->setAccessibleName(m_button->text());
    // It appears and disappears with the change. Tab still leads to the next field: text typed there would be lost
    // here, and a space in it would revert the change.
    if (!isForReading)
        m_button->setFocusPolicy(Qt::NoFocus);
    m_replace->setText(tr("Replace %1").arg(label));
    m_replace->setToolTip(tr("Clear %1, to write it anew").arg(label));
    arrange();
    m_copiedShown.setSingleShot(true);
    m_copiedShown.setInterval(CopiedShownMs);
    connect(&m_copiedShown, &QTimer::timeout, m_mark, &QWidget::hide);
    connect(m_button, &QToolButton::clicked, this,
            isForReading ? &FieldSide::copyRequested : &FieldSide::undoRequested);
    connect(m_replace, &QToolButton::clicked, this, &FieldSide::replaceRequested);
}

void FieldSide::arrange()
{
    const int target = targetSide();
    m_button->setAutoRaise(true);
    m_button->setIconSize(QSize(iconSide(), iconSide()));
    m_button->setMinimumSize(target, target);
    m_replace->setMinimumHeight(target);
    for (QWidget *part : {static_cast<QWidget *>(m_mark), static_cast<QWidget *>(m_button)}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
        part->hide();
    }
    m_replace->hide();
    auto *row = new QHBoxLayout(this);
    setSpaces(*row, Space::Hair);
    row->addWidget(m_isForReading ? static_cast<QWidget *>(m_button) : m_mark);
    row->addWidget(m_isForReading ? static_cast<QWidget *>(m_mark) : m_button);
    row->addWidget(m_replace);
    row->addStretch();
}

// Which says itself that it is changed.
void FieldSide::attachTo(QWidget &field)
{
    attachText(*m_mark, field);
}

void FieldSide::setChanged(bool isChanged)
{
    m_mark->setVisible(isChanged);
    m_button->setVisible(isChanged);
}

void FieldSide::setCopyable(bool isCopyable, const QString &whyNot)
{
    m_button->setVisible(isCopyable);
    m_button->setEnabled(whyNot.isEmpty());
    m_button->setToolTip(whyNot.isEmpty() ? m_button->text() : whyNot);
    m_button->setAccessibleDescription(whyNot);
}

void FieldSide::setReplaceable(bool isReplaceable)
{
    m_replace->setVisible(isReplaceable);
}

void FieldSide::showCopied()
{
    m_mark->show();
    announce(m_mark);
    m_copiedShown.start();
}

} // namespace lanyard

#include "moc_fieldside.cpp"
