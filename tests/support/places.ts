import type { Office, Places } from "../../bot/domain/index.ts";

const unknown = { kind: "not-published" } as const;

/** An office of which nothing is known but its commune. */
export function officeOf(id: string, commune: string, formerNames: readonly string[] = []): Office {
  return {
    id,
    name: `Trung tâm Phục vụ hành chính công ${commune.toLowerCase()}`,
    commune,
    formerNames,
    address: unknown,
    phone: unknown,
    hours: unknown,
    effectiveFrom: "2025-07-01",
    source: "Nghị quyết 1682/NQ-UBTVQH15",
  };
}

/** Three communes with the traps of the real ones: equal names of town, commune, district and province. */
export const threeCommunes: Places = {
  offices: [
    {
      ...officeOf("can-giuoc", "Xã Cần Giuộc", ["Thị trấn Cần Giuộc", "Xã Phước Lại", "Xã Long Hậu"]),
      earlierNames: [
        { name: "Xã Tân Kim", source: "chưa có", needsConfirming: true },
        { name: "Xã Mỹ Hòa", source: "Nghị quyết cũ" },
      ],
    },
    officeOf("phuoc-ly", "Xã Phước Lý", ["Xã Long Thượng", "Xã Phước Hậu", "Xã Phước Lý"]),
    officeOf("phuoc-vinh-tay", "Xã Phước Vĩnh Tây", ["Xã Long An", "Xã Long Phụng", "Xã Phước Vĩnh Tây"]),
  ],
  province: {
    name: "Tỉnh Tây Ninh",
    formerNames: ["Tỉnh Long An"],
    formerDistrict: "Huyện Cần Giuộc",
    effectiveFrom: "2025-07-01",
    source: "Nghị quyết 202/2025/QH15",
  },
  jurisdictions: [
    {
      id: "ho-kinh-doanh",
      matter: { vi: "Đăng ký hộ kinh doanh" },
      before: { vi: "Ủy ban nhân dân huyện cũ" },
      now: { vi: "Ủy ban nhân dân xã" },
      from: "2025-07-01",
      source: "Nghị định 168/2025/NĐ-CP",
      procedures: ["1.001612"],
      checkedOn: "2026-11-24",
    },
  ],
  hotline: unknown,
  zalo: unknown,
  portals: [],
};
