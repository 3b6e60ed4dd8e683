#include "ui/apikeys/expirynotice.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

ExpiryNotice::ExpiryNotice(QWidget *parent)
    : QWidget(parent), m_text(new PlainLabel), m_show(new QPushButton(tr("Show e&xpiring keys")))
{
    auto *mark = new TonedLabel;
    mark->setIcon("expiring"_L1, Tone::Warning, tr("Warning"));
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *sentence = new QHBoxLayout;
    setSpaces(*sentence, Space::Small);
    sentence->addWidget(mark, 0, Qt::AlignTop);
    sentence->addWidget(m_text, 1);
    m_show->setAutoDefault(false);
    auto *row = new FlowLayout(this); // the button below it, where the two would squeeze each other
    row->addRow(sentence);
    row->addWidget(m_show);
    connect(m_show, &QPushButton::clicked, this,
            [this] { m_isShowing ? Q_EMIT showAllRequested() : Q_EMIT showRequested(); });
}

void ExpiryNotice::setShowing(bool isShowing)
{
    if (std::exchange(m_isShowing, isShowing) != isShowing)
        m_show->setText(isShowing ? tr("Show all keys") : tr("Show e&xpiring keys"));
}

void ExpiryNotice::setText(const QString &text)
{
    m_text->setText(text);
    tell();
}

void ExpiryNotice::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tell();
}

// Queued: the focus goes into the page after that is shown, and its news interrupt speech.
void ExpiryNotice::tell()
{
    const auto say = [this] {
        if (isVisible() && std::exchange(m_told, m_text->text()) != m_text->text())
            announce(m_text);
    };
    QMetaObject::invokeMethod(this, say, Qt::QueuedConnection);
}

} // namespace lanyard

#include "moc_expirynotice.cpp"
