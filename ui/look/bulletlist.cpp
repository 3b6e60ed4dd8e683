#include "ui/look/bulletlist.h"

#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QPainter>
#include <QVBoxLayout>

namespace lanyard {

namespace {

// Painted, so that a list is read aloud without its bullets.
class Bullet : public QWidget
{
public:
    Bullet() { setFixedWidth(space(Space::Large)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const int side = space(Space::Small);
        const int line = fontMetrics().lineSpacing();
        const QRect dot((width() - side) / 2, (line - side) / 2, side, side);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().windowText());
        painter.drawEllipse(dot);
    }
};

} // namespace

BulletList::BulletList(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    setSpaces(*m_rows, Space::Small);
}

void BulletList::setItems(const QStringList &items)
{
    const auto before = findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(before);
    for (const QString &item : items) {
        auto *row = new QWidget;
        auto *parts = new QHBoxLayout(row);
        parts->setContentsMargins(0, 0, 0, 0);
        parts->setSpacing(0);
        parts->addWidget(new Bullet);
        parts->addWidget(paragraph(item), 1);
        m_rows->addWidget(row);
    }
    setVisible(!items.isEmpty());
}

} // namespace lanyard

#include "moc_bulletlist.cpp"
