#include "ui/look/pageheader.h"

#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QVBoxLayout>

namespace lanyard {

PageHeader::PageHeader(const QString &title, const QString &line, double scale, QWidget *parent)
    : QWidget(parent), m_scale(scale), m_title(new Heading(title, scale)), m_line(new PlainLabel)
{
    m_title->setWordWrap(true);
    m_line->setWordWrap(true);
    makeQuiet(*m_line);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Hair);
    layout->addWidget(m_title);
    layout->addWidget(m_line);
    setLine(line);
}

void PageHeader::setLow(bool isLow)
{
    QFont font = m_title->font();
    font.setPointSizeF(this->font().pointSizeF() * (isLow ? 1 : m_scale));
    m_title->setFont(font);
    auto *parts = static_cast<QBoxLayout *>(layout());
    parts->setDirection(isLow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    parts->setSpacing(space(isLow ? Space::Medium : Space::Hair));
    parts->setStretchFactor(m_line, isLow ? 1 : 0);
    m_title->setWordWrap(!isLow);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setLine(const QString &line)
{
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void makeQuiet(PlainLabel &label, bool isQuiet)
{
    label.setForegroundRole(isQuiet ? QPalette::PlaceholderText : QPalette::NoRole);
}

} // namespace lanyard

#include "moc_pageheader.cpp"
